namespace RandomInspection.SampleData;

/// <summary>Puts fictional names together.</summary>
internal static class SampleNames
{
    private const string First = "瑞恒盛鑫宏远嘉泰裕昌润祥丰德隆凯荣晟永铭佳睿博诚";
    private const string Second = "丰达通源和兴茂顺康安华腾宇利信成林辉宁旺海来阳田";
    private const string Third = "东方林泽立邦美雅乐福天一正元金桥新世广";
    private const string Surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜";
    private const string GivenFirst = "文明思雨子晓建志海春秋佳一立书若景云清远";
    private const string GivenSecond = "宁航然涵博琪恒晨舟峰妍霖昕哲岚洋瑶松溪川";

    /// <summary>The word by which a firm is known, two or three characters.</summary>
    public static string Firm(ref SplitMix64 random)
    {
        char first = First[random.Below(First.Length)];
        char second = Second[random.Below(Second.Length)];
        if (first == second)
        {
            second = '宝';
        }

        return random.Below(2) == 0
            ? string.Create(2, (first, second), static (text, c) => (text[0], text[1]) = c)
            : string.Create(3, (first, second, Third[random.Below(Third.Length)]), static (text, c) => (text[0], text[1], text[2]) = c);
    }

    /// <summary>A person's name, three characters.</summary>
    public static string Person(ref SplitMix64 random) =>
        string.Create(
            3,
            (Surnames[random.Below(Surnames.Length)], GivenFirst[random.Below(GivenFirst.Length)], GivenSecond[random.Below(GivenSecond.Length)]),
            static (text, c) => (text[0], text[1], text[2]) = c);
}
