using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>Recusals: asked for by either side, decided by the head of the authority; each method is one transaction.</summary>
/// <remarks>Source: 行政处罚法 43. The work goes on until it is decided.</remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="subjects">The subject directory.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="salts">Where the salts of personal data come from; <see langword="null"/> leaves texts in the events.</param>
public sealed class RecusalWorkflow(
    ILedger ledger, IViews views, IInspectorDirectory inspectors, ISubjectDirectory subjects, EventCodec codec, ISaltSource? salts = null)
{
    /// <summary>The request of an id.</summary>
    /// <param name="recusal">The id.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <exception cref="InputRefusedException">There is none (RI2408).</exception>
    public async Task<Recusal> FindAsync(string recusal, CancellationToken cancellation) => (await ReadAsync(recusal, cancellation)).Recusal;

    /// <summary>An officer asks for their own recusal, or an operator enters what a party asks for.</summary>
    /// <param name="acting">The officer; for a party's request a drawing operator or the head of the officer's department.</param>
    /// <param name="inspector">The officer.</param>
    /// <param name="subjectCode">The subject.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <returns>The request's id, for example <c>R2026-0001</c>.</returns>
    /// <exception cref="InputRefusedException">
    /// Officer (RI2407) or subject (RI2412) are not known, the same stands already (RI2411), the reason is missing (RI2305), or role
    /// (RI2013) or department (RI2012) do not fit.
    /// </exception>
    public async Task<string> AskAsync(Acting acting, string inspector, string subjectCode, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        Inspector officer = await inspectors.FindAsync(inspector, cancellation) ?? throw TeamRefusals.UnknownInspector.Refuse(("inspector", inspector));
        if (await subjects.FindAsync(subjectCode, cancellation) is null)
        {
            throw TeamRefusals.UnknownSubject.Refuse(("subject", subjectCode));
        }

        bool own = acting.Person.Id == inspector;
        Actor actor = acting.As(own ? RecusalSteps.AskOwn : RecusalSteps.AskForParty, officer.DepartmentId);

        // The number comes first: who asks the same meanwhile is seen by the next question, or has taken the number.
        int year = VisitWorkflow.Today(acting).Year;
        string id = $"R{year}-{await views.CountAsync(new RecusalsOfYear(year), cancellation) + 1:0000}";
        if ((await views.QueryAsync(new RecusalsBetween(inspector, subjectCode), cancellation)).FirstOrDefault(r => r.Decision != RecusalDecision.Rejected) is { } earlier)
        {
            throw TeamRefusals.RecusalTwice.Refuse(("inspector", inspector), ("subject", subjectCode), ("recusal", earlier.Key));
        }

        (Recusal recusal, RecusalEvent.Requested requested) = Recusal.Ask(
            id, inspector, subjectCode, officer.DepartmentId, own ? RecusalSide.Officer : RecusalSide.Party, reason, acting.Person.Id);
        PersonalPieces pieces = new(salts);
        requested = requested with { Reason = pieces.Keep(PersonalPieces.AboutInspector(inspector), requested.Reason) };
        await CommitAsync(recusal, 0, requested, actor, acting.At, acting.At, requested.Reason, pieces.All, cancellation);
        return id;
    }

    /// <summary>Decides on a request.</summary>
    /// <param name="acting">The head of the officer's authority.</param>
    /// <param name="recusal">The request.</param>
    /// <param name="decision">What.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">As <see cref="Recusal.Decide"/>; role (RI2013) or department (RI2012).</exception>
    public async Task DecideAsync(Acting acting, string recusal, RecusalDecision decision, string reason, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(acting);
        (Recusal found, int version, Instant asked) = await ReadAsync(recusal, cancellation);
        Actor actor = acting.As(RecusalSteps.Decide, found.Request.DepartmentId);
        RecusalEvent.Decided decided = found.Decide(decision, reason, acting.Person.Id);
        PersonalPieces pieces = new(salts);
        decided = decided with { Reason = pieces.Keep(PersonalPieces.AboutInspector(found.Request.Inspector), decided.Reason) };
        await CommitAsync(found, version, decided, actor, acting.At, asked, decided.Reason, pieces.All, cancellation);
    }

    internal static string Stream(string recusal) => $"recusal/{recusal}";

    private async Task<(Recusal Recusal, int Version, Instant Asked)> ReadAsync(string recusal, CancellationToken cancellation)
    {
        ImmutableArray<LedgerEntry> entries = await ledger.ReadStreamAsync(Stream(recusal), cancellation);
        return entries.IsEmpty
            ? throw TeamRefusals.UnknownRecusal.Refuse(("recusal", recusal))
            : (Recusal.Replay([.. entries.Select(e => (RecusalEvent)codec.Decode(e))]), entries.Length, entries[0].At);
    }

    private Task CommitAsync(
        Recusal recusal,
        int version,
        RecusalEvent happened,
        Actor actor,
        Instant at,
        Instant asked,
        string reason,
        ImmutableArray<PersonalPiece> personal,
        CancellationToken cancellation) =>
        ledger.CommitAsync(
            new LedgerCommit(
                actor,
                at,
                reason,
                [new StreamAppend(Stream(recusal.Request.Recusal), version, [codec.Encode(happened)])],
                [RecusalView.Of(recusal, asked)])
            {
                Personal = personal,
            },
            cancellation);
}
