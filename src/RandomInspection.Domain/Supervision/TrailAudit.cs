using NodaTime;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Supervision;

/// <summary>A12 (四(二)): the log is whole, every step was done by somebody who may, and nobody approved, witnessed or audited their own.</summary>
/// <param name="head">The public log as its store says.</param>
internal sealed class TrailAudit(LedgerHead head) : IComplianceAudit
{
    private static readonly ILookup<string, WorkStep> Steps =
        DomainSteps.All.SelectMany(step => step.Events.Select(name => (name, step))).ToLookup(pair => pair.name, pair => pair.step, StringComparer.Ordinal);

    private static readonly HashSet<string> Watched = [.. DomainSteps.All.SelectMany(step => step.FourEyes).SelectMany(eyes => eyes.Events)];

    private readonly HashSet<(string Stream, string Type, string Person)> _did = [];
    private readonly Dictionary<(string Stream, int Number), ListEvent.Proposed> _proposed = [];
    private readonly Dictionary<string, string> _aboutOfficer = new(StringComparer.Ordinal);
    private readonly Tally _roles = new();
    private readonly Tally _eyes = new();
    private MerkleFrontier _frontier = MerkleFrontier.Empty;

    public void See(LedgerEntry entry, object happened)
    {
        if (entry.Log == LedgerLog.Public)
        {
            _frontier = _frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)), (_, _) => { });
        }

        if (entry.Actor == Actor.System || DomainSteps.Consequences.Contains(entry.Type))
        {
            return;
        }

        WorkStep[] steps = [.. Steps[entry.Type].Where(step => step.Roles.Contains(entry.Actor.Role))];
        _roles.Add($"{entry.Stream}#{entry.Version}", steps.Length > 0);
        if (OwnStep(entry, happened, steps) is { } own)
        {
            _eyes.Add($"{entry.Stream}#{entry.Version}", !own);
        }

        if (Watched.Contains(entry.Type))
        {
            _did.Add((entry.Stream, entry.Type, entry.Actor.PersonId));
        }
    }

    public IEnumerable<ComplianceCheck> Find(SupervisionRows rows, LocalDate today)
    {
        bool whole = _frontier.Size == head.Size && (head.Size == 0 || Convert.ToHexStringLower(_frontier.Root(LedgerLeaf.Tree)) == head.Root);
        return
        [
            new(
                "A12.root",
                "逐条重算的 Merkle 根与留痕的根一致",
                "The Merkle root over every entry is the log's",
                new Ratio(whole ? head.Size : 0, head.Size),
                whole ? [] : ["root"]),
            _roles.Check("A12.roles", "每一步均由有相应岗位的人办理", "Every step was done in a role that may do it"),
            _eyes.Check("A12.fourEyes", "批准、见证、审核均由另一人办理", "Approved, witnessed and audited by somebody else"),
        ];
    }

    /// <summary>Whether a step that needs somebody else was its person's own; <see langword="null"/> where it needs nobody else.</summary>
    private bool? OwnStep(LedgerEntry entry, object happened, WorkStep[] steps)
    {
        string person = entry.Actor.PersonId;
        switch (happened)
        {
            case ListEvent.Proposed proposed:
                _proposed[(entry.Stream, proposed.Number)] = proposed;
                return null;
            case RecusalEvent.Requested requested:
                _aboutOfficer[entry.Stream] = requested.Inspector;
                return null;
            case ListEvent.Replaced { Approver: { } by } replaced:
                return IsOwnProposal(entry.Stream, replaced.Number, by);
            case ListEvent.FellShort { Approver: { } by } fell:
                return IsOwnProposal(entry.Stream, fell.Number, by);
            case ListEvent.Declined declined:
                return IsOwnProposal(entry.Stream, declined.Number, declined.By);
            case RecusalEvent.Decided decided:
                return _aboutOfficer.GetValueOrDefault(entry.Stream) == decided.By;
            default:
                string[] apart = [.. steps.Where(step => step.Events.Contains(entry.Type)).SelectMany(step => step.FourEyes).SelectMany(eyes => eyes.Events).Distinct()];
                return apart.Length == 0 ? null : apart.Any(type => _did.Contains((entry.Stream, type, person)));
        }
    }

    private bool IsOwnProposal(string stream, int number, string by) =>
        _proposed.TryGetValue((stream, number), out ListEvent.Proposed? proposed) && (proposed.By == by || proposed.Attempts.Any(attempt => attempt.By.Contains(by)));

    /// <summary>Counts, and keeps the first few that fail.</summary>
    private sealed class Tally
    {
        private readonly List<string> _failing = [];
        private long _all;
        private long _held;

        public void Add(string id, bool holds)
        {
            _all++;
            _held += holds ? 1 : 0;
            if (!holds && _failing.Count < ComplianceCheck.MostFailing)
            {
                _failing.Add(id);
            }
        }

        public ComplianceCheck Check(string name, string chinese, string english) => new(name, chinese, english, new Ratio(_held, _all), [.. _failing]);
    }
}
