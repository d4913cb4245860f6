# Botun Türkçe söyleyebildikleri; gerisini Hollandaca söyler.

only-dutch = Maalesef bunu yalnızca Hollandaca söyleyebiliyorum:
language-set = Tamam. Türkçesi olan cevapları Türkçe veririm. Geri kalanını Hollandaca söylerim.
