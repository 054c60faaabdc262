using System.Collections.Immutable;

namespace RandomInspection.TestKit;

/// <summary>一致性报告：what was proved of which implementations, to show to whoever buys or audits them.</summary>
public sealed class ConformanceReport
{
    /// <summary>A report of runs.</summary>
    /// <param name="title">What was proved, for example the product and its version.</param>
    /// <param name="runs">The runs in the order in which they are shown.</param>
    public ConformanceReport(string title, params IEnumerable<ContractRun> runs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(runs);
        Title = title;
        Runs = [.. runs];
    }

    /// <summary>What was proved.</summary>
    public string Title { get; }

    /// <summary>The runs.</summary>
    public ImmutableArray<ContractRun> Runs { get; }

    /// <summary>Whether no case of any run failed, and there was one at all.</summary>
    public bool Conforms => !Runs.IsEmpty && Runs.All(run => run.Conforms);

    /// <summary>How many cases ended so.</summary>
    /// <param name="outcome">An outcome.</param>
    public int Count(ConformanceOutcome outcome) => Runs.Sum(run => run.Count(outcome));

    /// <summary>The report as a page: both languages, no script, readable without its style.</summary>
    public string ToHtml() => ReportPage.Write(this);

    /// <summary>The report as JSON, for machines.</summary>
    public string ToJson() => ReportJson.Write(this);
}
