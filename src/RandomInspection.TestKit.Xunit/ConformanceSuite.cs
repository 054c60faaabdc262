using Xunit;

namespace RandomInspection.TestKit.Xunit;

/// <summary>The cases of one contract as tests; derive one of the classes below, one for each implementation.</summary>
/// <typeparam name="T">What is proved.</typeparam>
public abstract class ConformanceSuite<T>
    where T : class
{
    private protected ConformanceSuite(ConformanceContract<T> contract)
    {
        Contract = contract;
    }

    /// <summary>The contract.</summary>
    public ConformanceContract<T> Contract { get; }

    /// <summary>How much to ask; some seconds' worth if not overridden.</summary>
    protected virtual ConformanceSettings Settings => ConformanceSettings.Default;

    /// <summary>Gives what is to be proved, new and empty; it is disposed after the case.</summary>
    /// <param name="cancellation">Cancels the opening.</param>
    protected abstract ValueTask<T> OpenAsync(CancellationToken cancellation);

    /// <summary>Puts a case to what is to be proved. One that cannot be asked is skipped, with the reason.</summary>
    /// <param name="id">The case's id.</param>
    private protected async Task ProveAsync(string id)
    {
        ConformanceResult result = await Contract[id].RunAsync(OpenAsync, Settings, TestContext.Current.CancellationToken);
        result.ThrowIfFailed();
        if (result.Outcome == ConformanceOutcome.NotApplicable)
        {
            Assert.Skip($"{result.Chinese} {result.English}");
        }
    }

    /// <summary>The cases as rows of a theory, each with a name that people read.</summary>
    private protected static IEnumerable<TheoryDataRow<string>> RowsOf(ConformanceContract<T> contract) =>
        contract.Cases.Select(one => new TheoryDataRow<string>(one.Id) { TestDisplayName = $"{one.Id} {one.ChineseTitle} · {one.EnglishTitle}" });
}
