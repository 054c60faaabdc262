using System.Collections.Immutable;
using RandomInspection.Drawing;

namespace RandomInspection.Tests.Drawing;

/// <summary>What earlier inspections found, as it is pasted.</summary>
public sealed class ViolationTableTests
{
    [Fact]
    public void Parse_LinesInAnyOrder_CountsInTheOrderOfStrata()
    {
        ImmutableArray<ViolationCount> counts = ViolationTable.Parse("沈河区\t3\t120\r\n\n和平区/H\t0\t0\n");
        Assert.Equal(["和平区/H 0/0", "沈河区 3/120"], counts.Select(count => $"{count.Stratum} {count.Violations}/{count.Inspected}"));
        Assert.Empty(ViolationTable.Parse(""));
    }

    [Theory]
    [InlineData("a\t1", 1)]
    [InlineData("a\t1\t2\t3", 1)]
    [InlineData("a\t1\t2\nb 1 2", 2)]
    [InlineData("a\t01\t2", 1)]
    [InlineData("a\t-1\t2", 1)]
    [InlineData("a\t1.0\t2", 1)]
    [InlineData("a\t１\t2", 1)]
    [InlineData("a\t\t2", 1)]
    [InlineData("a\t1\t99999999999999999999", 1)]
    public void Parse_MalformedLine_RI1221(string text, int line) =>
        RefusalAssert.Contains("RI1221", () => ViolationTable.Parse(text), ("line", $"{line}"), ("value", text.Split('\n')[line - 1]));

    [Fact]
    public void Parse_WhatCannotBe_Refused()
    {
        RefusalAssert.Input("RI1219", () => ViolationTable.Parse("a\t3\t2"), ("stratum", "a"), ("violations", "3"), ("inspected", "2"));
        RefusalAssert.Contains("RI1219", () => ViolationTable.Parse("a\t3\t2147483648"), ("inspected", "2147483648"));
        RefusalAssert.Contains("RI1219", () => _ = new ViolationCount(Stratum.Parse("a"), -1, 2), ("violations", "-1"));
        RefusalAssert.Input("RI1220", () => ViolationTable.Parse("a\t1\t2\nb\t1\t2\na\t1\t2"), ("stratum", "a"));
        RefusalAssert.Contains("RI1103", () => ViolationTable.Parse("a//b\t1\t2"), ("stratum", "a//b"));
    }

    [Theory]
    [InlineData(0, 0, 1, 2)] // never inspected: ½, the least certain
    [InlineData(0, 9, 1, 20)]
    [InlineData(9, 9, 19, 20)]
    [InlineData(3, 120, 7, 242)]
    public void Rate_Counts_JeffreysMean(long violations, long inspected, long over, long under) =>
        Assert.Equal((over, under), new ViolationCount(Stratum.Parse("a"), violations, inspected).Rate);
}
