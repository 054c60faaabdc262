using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Planning;

/// <summary>Special directories, step by step: each method is one transaction.</summary>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SpecialDirectoryWorkflow(ILedger ledger, IViews views, EventCodec codec)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The special directory of an id.</summary>
    /// <param name="special">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI5034).</exception>
    public async Task<SpecialDirectory> FindAsync(string special, CancellationToken cancellation) => (await ReadAsync(special, cancellation)).Special;

    /// <summary>Saves criteria under a name for the person's department; the number is the year's next.</summary>
    /// <param name="acting">A directory keeper or a drafter.</param>
    /// <param name="name">1 to 50 characters, no other of the department's in use is called so.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="reason">Why these.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>Its id, for example <c>Z2026-001</c>.</returns>
    /// <exception cref="InputRefusedException">As <see cref="SpecialDirectory.Save"/>; the name is taken (RI5035); role (RI2013).</exception>
    public async Task<string> SaveAsync(Acting acting, string name, DirectoryCriteria criteria, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        string department = acting.Person.DepartmentId;
        Actor actor = acting.As(SpecialDirectorySteps.Save, department);
        int year = acting.At.InZone(Zone).Year;
        string id = $"Z{year}-{await views.CountAsync(new SpecialDirectoriesOfYear(year), cancellation) + 1:000}";
        (SpecialDirectory special, SpecialDirectoryEvent.Saved saved) = SpecialDirectory.Save(id, department, name, criteria, reason, acting.Person.Id);
        if ((await views.QueryAllAsync(new SpecialDirectoriesInUse(department), cancellation)).FirstOrDefault(s => s.Name == saved.Name) is { } taken)
        {
            throw SpecialDirectoryRefusals.NameTaken.Refuse(("name", taken.Name), ("special", taken.Key));
        }

        await CommitAsync(special, 0, saved, actor, acting.At, saved.Reason, cancellation);
        return id;
    }

    /// <summary>Saves other criteria: the next version.</summary>
    /// <param name="acting">A directory keeper or a drafter of its department.</param>
    /// <param name="special">The special directory.</param>
    /// <param name="criteria">Which subjects.</param>
    /// <param name="reason">Why they change.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="SpecialDirectory.Revise"/>; there is none (RI5034); role (RI2013) or department (RI2012).</exception>
    public async Task ReviseAsync(Acting acting, string special, DirectoryCriteria criteria, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (SpecialDirectory found, int version) = await ReadAsync(special, cancellation);
        Actor actor = acting.As(SpecialDirectorySteps.Revise, found.DepartmentId);
        SpecialDirectoryEvent.Revised revised = found.Revise(criteria, reason, acting.Person.Id);
        await CommitAsync(found, version, revised, actor, acting.At, revised.Reason, cancellation);
    }

    /// <summary>Ends its use.</summary>
    /// <param name="acting">A directory keeper or a drafter of its department.</param>
    /// <param name="special">The special directory.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="SpecialDirectory.Retire"/>; there is none (RI5034); role (RI2013) or department (RI2012).</exception>
    public async Task RetireAsync(Acting acting, string special, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (SpecialDirectory found, int version) = await ReadAsync(special, cancellation);
        Actor actor = acting.As(SpecialDirectorySteps.Retire, found.DepartmentId);
        SpecialDirectoryEvent.Retired retired = found.Retire(reason, acting.Person.Id);
        await CommitAsync(found, version, retired, actor, acting.At, retired.Reason, cancellation);
    }

    internal static string Stream(string special) => $"special/{special}";

    private async Task<(SpecialDirectory Special, int Version)> ReadAsync(string special, CancellationToken cancellation)
    {
        (ImmutableArray<SpecialDirectoryEvent> events, int version) =
            await ledger.ReadEventsAsync<SpecialDirectoryEvent>(codec, Stream(special), cancellation);
        return version > 0 ? (SpecialDirectory.Replay(events), version) : throw SpecialDirectoryRefusals.Unknown.Refuse(("special", special));
    }

    private Task CommitAsync(
        SpecialDirectory special, int version, SpecialDirectoryEvent happened, Actor actor, Instant at, string reason, CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(actor, at, reason, [new StreamAppend(Stream(special.Id), version, [codec.Encode(happened)])], [SpecialDirectoryView.Of(special)]),
            cancellation);
}
