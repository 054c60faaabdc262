using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.WholeYear;

/// <content>Surprise inspections: sealed from the plan on, looked for in the public log every day, opened when they have ended.</content>
internal sealed partial class SimulatedYear
{
    private readonly List<Secret> _secret = [];
    private long _publicRead;

    /// <summary>Whether a duty is still secret.</summary>
    private bool IsSecret(string duty) => _secret.Any(secret => secret.EndedOn is null && duty.Contains(secret.Number, StringComparison.Ordinal));

    /// <summary>The day's end: what is over is opened, the head decides on what falls due before, the public log is searched, and one commitment of the sealed log goes into it.</summary>
    private async Task KeepSecretsAsync()
    {
        EmbargoWorkflow embargoes = Get<EmbargoWorkflow>();
        await embargoes.EndDueAsync(At(23), CancellationToken.None);
        foreach (Secret secret in _secret.Where(s => s.EndedOn is null))
        {
            foreach (ObligationView early in await embargoes.ConflictsAsync(secret.Plan, CancellationToken.None))
            {
                await embargoes.DeferAsync(As(early.DepartmentId, Role.AuthorityHead, 18), early.Key, "突击检查尚未结束", CancellationToken.None);
                Tally.Count("duties deferred until a secret ended");
            }
        }

        await SearchAsync();
        foreach (Secret secret in _secret.Where(s => s.EndedOn is null))
        {
            if (await _views.FindAsync<EmbargoView>(secret.Plan, CancellationToken.None) is { EndedAt: not null } ended)
            {
                secret.EndedOn = _today;
                Tally.Count($"secret ended: {ended.Cause}");
            }
        }

        await Get<SealedLedger>().CommitAsync(_today, At(23), CancellationToken.None);
    }

    /// <summary>No entry that came into the public log today tells of what is secret, not by number and not by title.</summary>
    private async Task SearchAsync()
    {
        ILedger ledger = Get<ILedger>();
        while (await ledger.ReadAsync(LedgerLog.Public, _publicRead, 10_000, CancellationToken.None) is { IsEmpty: false } entries)
        {
            _publicRead += entries.Length;
            foreach (Secret secret in _secret.Where(s => s.EndedOn is null))
            {
                Tally.Check("A9 nothing of a surprise is in the public log before its end", entries.All(entry => !secret.IsToldBy(entry)), () => $"{secret.Plan} on {_today:R}");
            }
        }
    }

    /// <summary>After the year every day's commitment is opened: it is that of the sealed log as it stood, whose root is counted anew.</summary>
    private async Task OpenSealedAsync()
    {
        SealedLedger commitments = Get<SealedLedger>();
        ImmutableArray<LedgerEntry> entries = await Get<ILedger>().ReadAsync(LedgerLog.Sealed, 0, int.MaxValue, CancellationToken.None);
        Tally.Count("entries in the sealed log", entries.Length);
        List<SealedDay> days = [];
        await foreach (SealedDay day in commitments.ReadDaysAsync(CancellationToken.None))
        {
            days.Add(day);
        }

        MerkleFrontier frontier = MerkleFrontier.Empty;
        foreach (SealedDay day in days.OrderBy(d => d.Day))
        {
            SealedHead head = await commitments.OpenAsync(Actor.System, At(23), day.Day, CancellationToken.None);
            while (frontier.Size < head.Size)
            {
                frontier = frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entries[(int)frontier.Size])));
            }

            Tally.Check(
                "A9 a day's commitment opens to the sealed log as it stood",
                head.Commit() == day.Commitment && head.Root == Convert.ToHexStringLower(frontier.Root(LedgerLeaf.Tree)),
                () => $"{day.Day:R}");
        }
    }

    /// <summary>A surprise inspection until it has ended.</summary>
    /// <param name="Plan">The plan's id, for example <c>A2025-S001</c>.</param>
    /// <param name="Title">What it is called.</param>
    private sealed record Secret(string Plan, string Title)
    {
        /// <summary>The day on which it ended.</summary>
        public LocalDate? EndedOn { get; set; }

        /// <summary>What stands in every id of it.</summary>
        public string Number => SecretNumbers.Find(Plan)!;

        /// <summary>Whether an entry tells of it.</summary>
        public bool IsToldBy(LedgerEntry entry) => Tells(entry.Stream) || Tells(entry.Data) || Tells(entry.Reason ?? "");

        private bool Tells(string text) => text.Contains(Number, StringComparison.Ordinal) || text.Contains(Title, StringComparison.Ordinal);
    }
}
