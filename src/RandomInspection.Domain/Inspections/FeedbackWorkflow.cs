using System.Collections.Immutable;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Inspections;

/// <summary>检查评价：whoever has the code of a visit's notice rates it, once and without a name; the public and officers see nothing of it.</summary>
/// <remarks>
/// The entry names the department and no visit, subject, code or person, and its free text stands beside the log. Its stream is named by a hash of visit and code,
/// so that a second rating of a visit finds the name taken, whoever comes second. Source: 国办发〔2024〕54号 (评价 of visits to enterprises).
/// </remarks>
/// <param name="ledger">The log.</param>
/// <param name="views">The rows.</param>
/// <param name="visits">The visits.</param>
/// <param name="codec">The events of the log.</param>
/// <param name="rules">From how many ratings on a department's are shown.</param>
/// <param name="salts">Where the salts of personal data come from; <see langword="null"/> leaves texts in the events.</param>
public sealed class FeedbackWorkflow(ILedger ledger, IViews views, VisitWorkflow visits, EventCodec codec, FeedbackRules rules, ISaltSource? salts = null)
{
    private const string Party = "party";

    private readonly OpenViews _open = new(views);

    /// <summary>Rates a visit.</summary>
    /// <param name="acting">Somebody in the role of the inspected party; the log names nobody.</param>
    /// <param name="visit">The visit's number, as it stands on the notice.</param>
    /// <param name="code">The code as it was typed or scanned.</param>
    /// <param name="feedback">The rating.</param>
    /// <param name="cancellation">Cancels before anything is written.</param>
    /// <exception cref="InputRefusedException">
    /// No such visit, or another code (RI3022); not concluded, or secret still (RI9083); rated already (RI9080), no rating (RI9081), a text that is too long (RI9082), or role (RI2013).
    /// </exception>
    public async Task GiveAsync(Acting acting, string visit, string code, Feedback feedback, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        Actor actor = acting.As(FeedbackSteps.Give);
        Visit found = await visits.FindByCodeAsync(visit, code, cancellation);

        // What is written here is public, and while a surprise inspection is secret nothing public grows by it.
        if (found.Status is not (VisitStatus.Concluded or VisitStatus.Audited) || await _open.FindAsync<VisitView>(visit, cancellation) is null)
        {
            throw FeedbackRefusals.TooEarly.Refuse(("visit", visit));
        }

        string token = Feedback.TokenOf(visit, VisitCode.Read(code));
        FeedbackEvent.Given given = feedback.For(found.Team.DepartmentId);
        if (await ledger.VersionAsync(Stream(token), cancellation) > 0)
        {
            throw FeedbackRefusals.RatedAlready.Refuse(("visit", visit));
        }

        PersonalPieces pieces = new(salts);
        given = given with { Text = given.Text is { } text ? pieces.Keep(Stream(token), text) : null };
        try
        {
            await ledger.CommitAsync(
                new LedgerCommit(actor with { PersonId = Party }, acting.At, null, [new StreamAppend(Stream(token), 0, [codec.Encode(given)])], [FeedbackView.Of(token, given)]) { Personal = pieces.All },
                cancellation);
        }
        catch (AppendConflictException)
        {
            throw FeedbackRefusals.RatedAlready.Refuse(("visit", visit));
        }
    }

    /// <summary>What each department was rated, where there are enough ratings.</summary>
    /// <param name="cancellation">Cancels the reading.</param>
    /// <remarks>For supervisors: the caller decides who may see it.</remarks>
    public async Task<ImmutableArray<FeedbackFigures>> FiguresAsync(CancellationToken cancellation) =>
        FeedbackFigures.Of(await views.QueryAllAsync(new AllFeedback(), cancellation), rules);

    internal static string Stream(string token) => $"feedback/{token}";
}
