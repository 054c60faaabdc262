using System.Collections.Immutable;

namespace RandomInspection.Tabular;

/// <summary>Findings up to a limit, and how many there were.</summary>
internal sealed class FindingList(int limit)
{
    private readonly ImmutableArray<RowFinding>.Builder _listed = ImmutableArray.CreateBuilder<RowFinding>();

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public void Add(RowFinding finding)
    {
        if (finding.Severity == FindingSeverity.Error)
        {
            Errors++;
        }
        else
        {
            Warnings++;
        }

        if (_listed.Count < limit)
        {
            _listed.Add(finding);
        }
    }

    public ImmutableArray<RowFinding> ToImmutable() => _listed.DrainToImmutable();
}
