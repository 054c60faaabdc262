using System.Collections.Immutable;
using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>What designs are refused for: §2.</summary>
public sealed class DesignRefusalTests
{
    public static TheoryData<string> NotJson => new(
        "",
        " ",
        "{",
        "fixed",
        """{"kind":"fixed","size":1,"weights":{"A":1}}x""",
        """{"kind":"fixed","size":1,"weights":{"A":1}}{}""",
        """{"kind":"fixed","size":1,"weights":{"A":1},}""",
        """{"kind":"fixed","size":1,/**/"weights":{"A":1}}""",
        """{"kind":"fixed","kind":"fixed","size":1,"weights":{"A":1}}""",
        """{"kind":"fixed","size":1,"size":1,"weights":{"A":1}}""",
        """{"kind":"fixed","size":1,"\u0073ize":1,"weights":{"A":1}}""",
        """{"kind":"fixed","size":1,"weights":{"A":1,"A":1}}""",
        """{"kind":"rates","rates":{"A":"1"},"stratumRates":{"s":{},"s":{}}}""",
        """{"kind":"fixed","size":01,"weights":{"A":1}}""",
        """{"kind":"fixed","size":+1,"weights":{"A":1}}""",
        """{"kind":"fixed","size":NaN,"weights":{"A":1}}""",
        """{'kind':'fixed'}""",
        "\ufeff{\"kind\":\"fixed\",\"size\":1,\"weights\":{\"A\":1}}");

    public static TheoryData<string, string> UnknownMembers => new()
    {
        { """{"kind":"fixed","size":1,"weights":{"A":1},"comment":"x"}""", "comment" },
        { """{"kind":"fixed","size":1,"weights":{"A":1},"Basis":"x"}""", "Basis" },
        { """{"kind":"fixed","size":1,"weights":{"A":1},"rates":{}}""", "rates" },
        { """{"kind":"fixed","size":1,"weights":{"A":1},"sizes":{}}""", "sizes" },
        { """{"kind":"stratumSizes","sizes":{},"weights":{},"minimumPerStratum":1}""", "minimumPerStratum" },
        { """{"kind":"stratumSizes","sizes":{},"weights":{},"size":1}""", "size" },
        { """{"kind":"rates","rates":{},"weights":{}}""", "weights" },
        { """{"Kind":"fixed","size":1,"weights":{}}""", "Kind" },
    };

    public static TheoryData<string, string> MissingMembers => new()
    {
        { "{}", "kind" },
        { """{"size":1,"weights":{}}""", "kind" },
        { """{"kind":"fixed","weights":{}}""", "size" },
        { """{"kind":"fixed","size":1}""", "weights" },
        { """{"kind":"stratumSizes","weights":{}}""", "sizes" },
        { """{"kind":"stratumSizes","sizes":{}}""", "weights" },
        { """{"kind":"rates"}""", "rates" },
    };

    public static TheoryData<string> NotIntegers =>
        new("1.0", "1e3", "1E0", "-0", "-1", "0.0", "\"1\"", "null", "true", "[]", "{}", "2147483648", "4294967296", "99999999999999999999");

    public static TheoryData<string> NotRates => new(
        "\".5\"", "\"1.1\"", "\"0.\"", "\"1.\"", "\"0.1234567890\"", "\"1.0000000000\"", "\"1.000000001\"", "\"00\"", "\"01\"", "\"00.5\"", "\"+1\"", "\"-0\"", "\"-1\"",
        "\"2\"", "\"0,5\"", "\"1e0\"", "\"\"", "\" 0\"", "\"0 \"", "\"0.5.5\"", "\"0.５\"", "\"１\"", "\"٠\"", "0.5", "1", "null");

    [Theory]
    [MemberData(nameof(NotJson))]
    public void Parse_NotJson_RI1201(string design)
    {
        Refusal refusal = RefusalAssert.Contains("RI1201", () => DesignDocument.Parse(design), ("document", "design"));
        Assert.NotEqual("", refusal["detail"]);
    }

    [Fact]
    public void Parse_BrokenUtf8_RI1201() =>
        RefusalAssert.Input(
            "RI1201", () => DesignDocument.Parse([.. """{"kind":"fixed","size":1,"weights":{},"basis":" """u8, 0xc3, .. "\"}"u8]), ("document", "design"), ("detail", "not valid UTF-8"));

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"fixed\"")]
    public void Parse_NotAnObject_RI1204(string design) =>
        RefusalAssert.Contains("RI1204", () => DesignDocument.Parse(design), ("document", "design"), ("member", ""), ("value", design), ("expectedEn", "an object is needed"));

    [Theory]
    [MemberData(nameof(UnknownMembers))]
    public void Parse_UnknownMember_RI1202(string design, string member) =>
        RefusalAssert.Input("RI1202", () => DesignDocument.Parse(design), ("document", "design"), ("member", member));

    [Theory]
    [MemberData(nameof(MissingMembers))]
    public void Parse_MissingMember_RI1203(string design, string member) =>
        RefusalAssert.Input("RI1203", () => DesignDocument.Parse(design), ("document", "design"), ("member", member));

    [Theory]
    [MemberData(nameof(NotIntegers))]
    public void Parse_NotAnInteger_RI1204AtEveryPlace(string number)
    {
        AssertMalformed($$$"""{"kind":"fixed","size":{{{number}}},"weights":{}}""", "size", number);
        AssertMalformed($$"""{"kind":"fixed","size":1,"weights":{},"minimumPerStratum":{{number}}}""", "minimumPerStratum", number);
        AssertMalformed($$"""{"kind":"rates","rates":{},"reservesPerCell":{{number}}}""", "reservesPerCell", number);
        AssertMalformed($$$"""{"kind":"stratumSizes","sizes":{"s/t":{{{number}}}},"weights":{}}""", "sizes.s/t", number);
        AssertMalformed($$$"""{"kind":"fixed","size":1,"weights":{"A":{{{number}}}}}""", "weights.A", number);
    }

    [Theory]
    [InlineData("1000001")]
    [InlineData("2147483647")]
    public void Parse_WeightAboveAMillion_RI1204(string weight) =>
        AssertMalformed($$$"""{"kind":"fixed","size":1,"weights":{"A":{{{weight}}}}}""", "weights.A", weight, "a whole number from 0 to 1000000, written 0 or [1-9][0-9]*");

    [Theory]
    [MemberData(nameof(NotRates))]
    public void Parse_NotARate_RI1204(string rate)
    {
        AssertMalformed($$$"""{"kind":"rates","rates":{"A":{{{rate}}}}}""", "rates.A", rate);
        AssertMalformed($$$$"""{"kind":"rates","rates":{},"stratumRates":{"s":{"A":{{{{rate}}}}}}}""", "stratumRates.s.A", rate);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.0", 0)]
    [InlineData("0.000000001", 1)]
    [InlineData("0.5", 500_000_000)]
    [InlineData("0.123456789", 123_456_789)]
    [InlineData("0.90", 900_000_000)]
    [InlineData("1", 1_000_000_000)]
    [InlineData("1.000000000", 1_000_000_000)]
    public void Parse_Rate_ItsNanos(string rate, int nanos) =>
        Assert.Equal(nanos, Assert.IsType<DrawDesign.Rates>(DesignDocument.Parse($$$"""{"kind":"rates","rates":{"A":"{{{rate}}}"}}""").Design).ByClass["A"]);

    [Fact]
    public void Parse_LargestNumbers_Accepted()
    {
        DrawDesign design = DesignDocument.Parse("""{"kind":"fixed","size":2147483647,"weights":{"A":1000000},"minimumPerStratum":2147483647,"reservesPerCell":2147483647,"basis":"x"}""").Design;
        Assert.Equal((int.MaxValue, int.MaxValue, "x"), (design.MinimumPerStratum, design.ReservesPerCell, design.Basis));
        Assert.Equal(int.MaxValue, Assert.IsType<DrawDesign.Fixed>(design).Size);
    }

    [Theory]
    [InlineData("Fixed")]
    [InlineData("")]
    [InlineData("systematic")]
    public void Parse_UnknownKind_RI1204(string kind) =>
        AssertMalformed($$$"""{"kind":"{{{kind}}}","size":1,"weights":{}}""", "kind", $"\"{kind}\"", "one of fixed, stratumSizes, rates");

    [Fact]
    public void Parse_WrongTypes_RI1204()
    {
        AssertMalformed("""{"kind":1,"size":1,"weights":{}}""", "kind", "1", "a string is needed");
        AssertMalformed("""{"kind":"fixed","size":1,"weights":[]}""", "weights", "[]", "an object is needed");
        AssertMalformed("""{"kind":"rates","rates":{},"stratumRates":{"s":1}}""", "stratumRates.s", "1", "an object is needed");
        AssertMalformed("""{"kind":"fixed","size":1,"weights":{},"basis":1}""", "basis", "1", "a string is needed");
        AssertMalformed("""{"kind":"fixed","size":1,"weights":{},"basis":"\ud800"}""", "basis", "\"\\ud800\"", "it has an unpaired surrogate");
        AssertMalformed("""{"kind":"fixed","size":1,"weights":{},"basis":null}""", "basis", "null", "a string is needed");
    }

    [Fact]
    public void Parse_MalformedClassOrStratum_RI1102OrRI1103()
    {
        RefusalAssert.Input("RI1102", () => DesignDocument.Parse("""{"kind":"fixed","size":1,"weights":{"甲":1}}"""), ("class", "甲"));
        RefusalAssert.Input("RI1102", () => DesignDocument.Parse("""{"kind":"rates","rates":{"":"1"}}"""), ("class", ""));
        RefusalAssert.Contains("RI1103", () => DesignDocument.Parse("""{"kind":"stratumSizes","sizes":{"a//b":1},"weights":{}}"""), ("stratum", "a//b"));
        RefusalAssert.Contains("RI1103", () => DesignDocument.Parse("""{"kind":"rates","rates":{},"stratumRates":{"e\u0301":{}}}"""), ("stratum", "e\u0301"));
    }

    [Fact]
    public void Parse_LongValue_CutInTheRefusal()
    {
        string value = Assert.Throws<InputRefusedException>(() => DesignDocument.Parse($$"""{"kind":"{{new string('k', 5000)}}"}""")).Refusal["value"]!;
        Assert.Equal(81, value.Length);
        Assert.EndsWith("…", value, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_WhiteSpaceAndOrder_KeptExactly()
    {
        string text = "\n{ \"weights\" : { \"A\" : 1 },\t\"size\" : 0,\r\n \"kind\" : \"fixed\" } ";
        Assert.Equal(text, DesignDocument.Parse(text).Text);
        Assert.Equal(text, DesignDocument.Parse(Encoding.UTF8.GetBytes(text)).Text);
    }

    [Fact]
    public void Expect_ClassNotNamed_RI1210()
    {
        AssertRefused("""{"kind":"fixed","size":0,"weights":{"A":1}}""", "RI1210", ("stratum", "a"), ("class", "B"));
        AssertRefused("""{"kind":"stratumSizes","sizes":{"a":0,"b":0},"weights":{"B":1}}""", "RI1210", ("stratum", "a"), ("class", "A"));

        // The stratum's table replaces the general one: it does not add to it.
        AssertRefused("""{"kind":"rates","rates":{"A":"0","B":"0"},"stratumRates":{"b":{"A":"1"}}}""", "RI1210", ("stratum", "b"), ("class", "B"));
    }

    [Fact]
    public void Expect_SizeAboveDrawable_RI1211()
    {
        AssertRefused("""{"kind":"fixed","size":8,"weights":{"A":1,"B":1}}""", "RI1211", ("size", "8"), ("drawable", "7"), ("where", "全部 all"));
        AssertRefused("""{"kind":"fixed","size":6,"weights":{"A":1,"B":0}}""", "RI1211", ("size", "6"), ("drawable", "5"), ("where", "全部 all"));
        AssertRefused("""{"kind":"stratumSizes","sizes":{"a":0,"b":5},"weights":{"A":1,"B":1}}""", "RI1211", ("size", "5"), ("drawable", "4"), ("where", "b"));
        Assert.Equal(7_000_000_000, Expect("""{"kind":"fixed","size":7,"weights":{"A":1,"B":1}}""").Sum(c => c.ExpectedNano));
        Assert.Equal(0, Expect("""{"kind":"fixed","size":0,"weights":{"A":0,"B":0}}""").Sum(c => c.ExpectedNano));
    }

    [Fact]
    public void Expect_FloorsAboveSize_RI1212()
    {
        AssertRefused("""{"kind":"fixed","size":4,"weights":{"A":1,"B":1},"minimumPerStratum":3}""", "RI1212", ("floors", "6"), ("size", "4"));
        Assert.Equal(5_000_000_000, Expect("""{"kind":"fixed","size":5,"weights":{"A":1,"B":0},"minimumPerStratum":3}""").Sum(c => c.ExpectedNano));
    }

    [Fact]
    public void Expect_StrataOtherThanTheFrames_RI1213OrRI1214()
    {
        AssertRefused("""{"kind":"stratumSizes","sizes":{"a":1},"weights":{"A":1,"B":1}}""", "RI1213", ("stratum", "b"));
        AssertRefused("""{"kind":"stratumSizes","sizes":{"a":1,"b":1,"c":0},"weights":{"A":1,"B":1}}""", "RI1214", ("stratum", "c"));
        AssertRefused("""{"kind":"rates","rates":{"A":"1","B":"1"},"stratumRates":{"a/b":{}}}""", "RI1214", ("stratum", "a/b"));
    }

    [Fact]
    public void Expect_ClassNamedButNotInTheFrame_Ignored() =>
        Assert.Equal(1_000_000_000, Expect("""{"kind":"fixed","size":1,"weights":{"A":1,"B":1,"Z":1000000}}""").Sum(c => c.ExpectedNano));

    /// <summary>a: A 2 of 2, B 1 of 3; b: A 3 of 3, B 1 of 1.</summary>
    private static ImmutableArray<CellExpectation> Expect(string design) => new DrawEngine().Expect(
        [
            new CellCount(new Cell(Stratum.Parse("b"), "B"), 1, 1),
            new CellCount(new Cell(Stratum.Parse("a"), "B"), 3, 1),
            new CellCount(new Cell(Stratum.Parse("a"), "A"), 2, 2),
            new CellCount(new Cell(Stratum.Parse("b"), "A"), 3, 3),
        ],
        DesignDocument.Parse(design).Design);

    private static void AssertRefused(string design, string code, params ReadOnlySpan<(string Name, string Value)> values) =>
        RefusalAssert.Input(code, () => Expect(design), values);

    private static void AssertMalformed(string design, string member, string value, string? expected = null)
    {
        Refusal refusal = RefusalAssert.Contains("RI1204", () => DesignDocument.Parse(design), ("document", "design"), ("member", member), ("value", value));
        if (expected is not null)
        {
            Assert.Equal(expected, refusal["expectedEn"]);
        }
    }
}
