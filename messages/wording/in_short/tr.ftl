# Botun Türkçe söyleyebildikleri; gerisini Hollandaca söyler.

only-dutch = Maalesef bunu yalnızca Hollandaca söyleyebiliyorum:
language-set = Tamam. Türkçesi olan cevapları Türkçe veririm. Geri kalanını Hollandaca söylerim.
danger-gas = **Gaz kokusu mu var?** Pencereleri açın. Ateş yakmayın. Işığa, elektrik düğmelerine ve zile dokunmayın. Herkes dışarı çıksın. Dışarıdan **0800-9009** numarasını arayın. Hayati tehlike varsa **112**.
danger-koolmonoxide = **Karbonmonoksit öldürücüdür.** Herkes hemen dışarı çıksın. Dışarıdan **112** numarasını arayın. Tekrar içeri girmeyin. Başı ağrıyan veya midesi bulanan varsa söyleyin.
danger-brand = **Yangın, duman veya kıvılcım mı var?** Herkes dışarı çıksın, kapıyı kapatın, asansöre binmeyin. Dışarıdan **112** numarasını arayın. Kendiniz söndürmeye çalışmayın. Çıkamıyor musunuz? Kapıyı kapatın, pencereye gidin, **112** numarasını arayın. Elektriğe kapılan birine dokunmayın: önce elektriği kesin.
welcome-back = Rica ederim! Başka bir şey sormak istersen yazabilirsin.
