using System.Text.RegularExpressions;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.TestKit;

namespace RandomInspection.Tests;

/// <summary>The kit itself: cases that say what they ask for, runs that end as they should, a size that is asked for.</summary>
public sealed partial class ContractTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Cases_All_IdsInOrderTitlesInBothLanguagesAndAClause()
    {
        ConformanceCase[] cases = [.. Contracts.All.SelectMany(c => c.Cases)];
        Assert.True(cases.Length > 90, $"{cases.Length} cases");
        Assert.Equal(cases.Length, cases.Select(c => c.Id).Distinct().Count());
        foreach (ConformanceContract contract in Contracts.All)
        {
            Assert.Equal(Enumerable.Range(1, contract.Cases.Length).Select(n => $"{contract.Prefix}-{n:D2}"), contract.Cases.Select(c => c.Id));
            Assert.Matches(Han(), contract.Name(Language.Chinese));
            Assert.DoesNotMatch(Han(), contract.Name(Language.English));
        }

        Assert.All(cases, c =>
        {
            Assert.Matches(Han(), c.Title(Language.Chinese));
            Assert.DoesNotMatch(Han(), c.Title(Language.English));
            Assert.False(string.IsNullOrWhiteSpace(c.Clause));
        });
    }

    [Fact]
    public async Task RunAsync_CallerCancels_ThrowsAndIsNoFailure()
    {
        using CancellationTokenSource source = new();
        await Assert.ThrowsAsync<OperationCanceledException>(() => Contracts.Hash.RunAsync(
            "x",
            async _ =>
            {
                await source.CancelAsync();
                source.Token.ThrowIfCancellationRequested();
                return Sha256.Instance;
            },
            ConformanceSettings.Default,
            source.Token));
    }

    [Fact]
    public async Task RunAsync_StoreThatCannotBeOpened_EveryCaseFailsAndSaysWhy()
    {
        ContractRun run = await Contracts.Evidence.RunAsync("x", _ => throw new InvalidOperationException("no such host"), ConformanceSettings.Default, Cancellation);
        Assert.Equal(Contracts.Evidence.Cases.Length, run.Count(ConformanceOutcome.Failed));
        Assert.All(run.Results, r => Assert.Contains("no such host", r.English, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_WithoutHooks_CrashAndRestartAreNotApplicableAndNotPassed()
    {
        ContractRun run = await Contracts.Ledger.RunAsync(
            "plain", cancellation => StoreUnderTest.OpenAsync(builder => builder.UseInMemory(), prepare: null, cancellation), ConformanceSettings.Default, Cancellation);
        Assert.Equal(["LEDGER-17", "LEDGER-18"], run.Results.Where(r => r.Outcome == ConformanceOutcome.NotApplicable).Select(r => r.Case.Id));
        Assert.Equal(Contracts.Ledger.Cases.Length - 2, run.Count(ConformanceOutcome.Passed));
        Assert.True(run.Conforms);
    }

    [Fact]
    public async Task RunAsync_EverySubject_DisposedOnceEvenWhenTheCaseFails()
    {
        int opened = 0, disposed = 0;
        await Contracts.Evidence.RunAsync(
            "counted",
            async cancellation =>
            {
                opened++;
                StoreUnderTest store = await InMemory.OpenAsync(cancellation);
                return new StoreUnderTest(store.Ledger, store.Views, store.Subjects, store.Inspectors, store.PersonalTexts, new Broken.DigestsWrongly(store.Evidence), () =>
                {
                    disposed++;
                    return ValueTask.CompletedTask;
                });
            },
            ConformanceSettings.Default,
            Cancellation);
        Assert.Equal((Contracts.Evidence.Cases.Length, opened), (opened, disposed));
    }

    [Theory]
    [InlineData("LEDGER-26")]
    [InlineData("VIEWS-15")]
    [InlineData("SUBJECTS-13")]
    public async Task RunAsync_RowsAskedFor_AreAsMany(string id)
    {
        ConformanceSettings settings = new() { Rows = 21_003 };
        StoreUnderTest store = await InMemory.OpenAsync(Cancellation);
        ConformanceContract<StoreUnderTest> contract = id[0] switch { 'L' => Contracts.Ledger, 'V' => Contracts.Views, _ => Contracts.SubjectDirectory };
        Assert.Equal(ConformanceOutcome.Passed, (await contract[id].RunAsync(_ => ValueTask.FromResult(store), settings, Cancellation)).Outcome);
        Assert.Equal(id[0] switch { 'L' => 21_003, 'V' => 3, _ => 2 }, (await store.Ledger.HeadAsync(LedgerLog.Public, Cancellation)).Size);
    }

    [Fact]
    public void Settings_OutOfRange_Refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConformanceSettings { Rows = 999 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConformanceSettings { AtOnce = 1 });
        Assert.Equal(1_000_000, ConformanceSettings.City.Rows);
    }

    [Fact]
    public void Indexer_NoSuchCase_Refused() => Assert.Throws<ArgumentException>(() => Contracts.Ledger["VIEWS-01"]);

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Han();
}
