using RandomInspection.Ledger;

namespace RandomInspection.Tests.Ledger;

/// <summary>By which numbers a stream stands in the sealed log.</summary>
public sealed class SecretNumbersTests
{
    [Theory]
    [InlineData("2026-S001", "2026-S001")]
    [InlineData("A2026-S001-T02-V0003", "2026-S001")]
    [InlineData("-S12-A2026-S001", "2026-S001")]
    [InlineData("x-S1-2026-S001-2026-S002", "2026-S001")]
    [InlineData("12-S001", null)]
    [InlineData("2026-S00", null)]
    [InlineData("2026-S0", null)]
    [InlineData("2026-S", null)]
    [InlineData("-S001", null)]
    [InlineData("A026-S001", null)]
    [InlineData("2O26-S001", null)]
    [InlineData("2026-Sx01", null)]
    [InlineData("2026-S00x", null)]
    [InlineData("2026-s001", null)]
    [InlineData("2026XX001", null)]
    [InlineData("2026-X001", null)]
    [InlineData("", null)]
    public void Find_InAnId_TheFirstNumber(string text, string? expected)
    {
        Assert.Equal(expected, SecretNumbers.Find(text));
        Assert.Equal(expected is not null, SecretNumbers.Has(text));
    }

    [Theory]
    [InlineData("plan/")]
    [InlineData("task/")]
    [InlineData("draw/")]
    [InlineData("match/")]
    [InlineData("list/")]
    [InlineData("visit/")]
    [InlineData("disclosure/")]
    [InlineData("embargo/")]
    [InlineData("attempt/")]
    public void LogOf_StreamOfAMatter_SealedByItsNumber(string kind)
    {
        Assert.Equal(LedgerLog.Sealed, SecretNumbers.LogOf(kind + "A2026-S001"));
        Assert.Equal(LedgerLog.Public, SecretNumbers.LogOf(kind + "A2026-001"));
        Assert.Equal(LedgerLog.Public, SecretNumbers.LogOf("channel/" + kind + "A2026-S001"));
    }
}
