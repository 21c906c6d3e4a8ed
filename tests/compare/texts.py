"""Texts about one invented happening, as they reach several outlets."""

WIRE = """Pemerintah Kabupaten Tanjung menutup jembatan gantung di hulu kota mulai malam ini karena dua kabelnya putus.

Kepala dinas setempat mengatakan bahwa kerusakan itu ditemukan petugas saat memeriksa tiang timur pada pagi hari.

"Kami tidak mau menunggu sampai ada korban," kata Bupati Rahmat Suleman dalam jumpa pers di kantornya.

Warga yang biasa menyeberang dengan sepeda motor diminta memutar lewat jalan lama yang sebelas kilometer lebih jauh.

Perbaikan diperkirakan berlangsung empat bulan dan menelan biaya Rp12 miliar dari anggaran darurat.

Pedagang pasar hulu khawatir harga beras naik karena truk tidak bisa lagi lewat di atas jembatan tersebut."""

EDITED = """Pemkab Tanjung resmi menutup jembatan gantung di hulu kota mulai malam ini sebab dua kabelnya putus.

Warga yang biasa menyeberang dengan sepeda motor diminta memutar lewat jalan lama, sebelas kilometer lebih jauh.

Kepala dinas setempat mengatakan bahwa kerusakan itu ditemukan petugas saat memeriksa tiang timur, Senin pagi.

"Kami tidak mau menunggu sampai ada korban," ujar Bupati Rahmat Suleman.

Perbaikan diperkirakan berlangsung empat bulan dan menelan biaya Rp12 miliar dari anggaran darurat."""

REWRITTEN = """Jembatan gantung di Tanjung tidak dapat dilalui sejak Senin malam. Dua dari enam kabelnya putus.

Menurut dinas pekerjaan umum, pemeriksaan rutin pagi tadi menunjukkan tiang timur paling parah.

Bupati Rahmat Suleman berkata, "Kami tidak mau menunggu sampai ada korban."

Pengendara motor harus lewat jalan lama, sebelas kilometer lebih jauh. Ongkosnya Rp12 miliar dan waktunya empat bulan.

Di pasar hulu, pedagang takut beras menjadi mahal."""

INDEPENDENT = """Saya berdiri di tepi sungai ketika polisi memasang pagar bambu di kedua ujung jembatan itu.

Seorang ibu dengan keranjang sayur bertanya bagaimana ia pulang. Tidak ada yang menjawabnya.

Insinyur yang membangun jembatan tersebut dua puluh tahun lalu menilai perawatan tidak pernah cukup.

"Besi tidak berbohong," katanya kepada kami sambil menunjuk karat pada sambungan."""

UNRELATED = """Tim bola voli putri dari kota pelabuhan menang tiga set langsung dalam laga pembuka semalam.

Pelatih memuji pertahanan pemain muda yang baru bergabung dua minggu sebelum turnamen dimulai.

Pertandingan berikutnya akan digelar pada akhir pekan melawan juara bertahan."""

OWN = """Sementara itu, redaksi kami mendatangi tiga rumah di seberang sungai dan menghitung sendiri perahu yang ada.

Hanya ada dua perahu kayu, dan pemiliknya menaikkan ongkos menjadi lima ribu sekali jalan.

Sekolah di seberang memilih meliburkan muridnya sampai ada kepastian mengenai alat angkut yang aman.

Seorang guru mengajar lewat telepon genggam dari beranda rumahnya, dengan sinyal yang datang dan pergi sepanjang hari.

Petugas kesehatan desa menyimpan persediaan obat untuk sepekan, karena jalan ke puskesmas memakan setengah hari."""
