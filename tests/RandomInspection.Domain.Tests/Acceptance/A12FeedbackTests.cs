using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Disclosure;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests.Acceptance;

/// <summary>A12, 四(二): figures for supervision; what the inspected say of a visit (检查评价), without a name and once.</summary>
public sealed class A12FeedbackTests
{
    private const string Text = "检查人员态度好";

    private static readonly Feedback Good = new(5, 4, 3, Text);

    private static CancellationToken Cancellation => MemoryHost.Cancellation;

    private static Acting Party => new(new Person("party", "被检查对象", "The inspected party", "", [Role.InspectedParty]), MemoryHost.Morning);

    [Fact]
    public async Task A12_VisitRated_NeitherVisitNorSubjectNorCodeNorPersonStandsInTheLog()
    {
        using MemoryHost host = new();
        VisitView visit = (await host.WithVisitsAsync())[0];
        await host.ConcludedAsync(visit.Key);
        string code = await host.Visits.CodeAsync(visit.Key, Cancellation);
        long before = (await host.HeadsAsync()).Public.Size;
        await host.Get<FeedbackWorkflow>().GiveAsync(Party, visit.Key, $" {code[..4].ToLowerInvariant()}-{code[4..]}", Good, Cancellation);

        LedgerEntry entry = Assert.Single(await host.Ledger.ReadAsync(LedgerLog.Public, before, 10, Cancellation));
        Assert.Equal(("feedback.given", "party", Role.InspectedParty, null), (entry.Type, entry.Actor.PersonId, entry.Actor.Role, entry.Reason));
        foreach (string known in (string[])[visit.Key, visit.SubjectCode, visit.SubjectName, visit.Match, visit.TaskId, code, Text, .. (await host.Visits.FindAsync(visit.Key, Cancellation)).Team.Inspectors])
        {
            Assert.DoesNotContain(known, entry.Data + entry.Stream, StringComparison.Ordinal);
        }

        // The text is kept beside the log, and can be erased from there.
        string reference = ((FeedbackEvent.Given)DomainEvents.Codec.Decode(entry)).Text!;
        PersonalText kept = Assert.Single(await host.Get<IPersonalTexts>().FindAsync([PersonalCommitment.Referred(reference)!], Cancellation)).Value;
        Assert.Equal(Text, Assert.IsType<PersonalText.Kept>(kept).Piece.Text);
        Assert.DoesNotContain(visit.SubjectCode, ((PersonalText.Kept)kept).Piece.About, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A12_VisitRatedTwice_TheSecondIsRefusedWhoeverComesSecond()
    {
        using MemoryHost host = new();
        VisitView visit = (await host.WithVisitsAsync())[0];
        await host.ConcludedAsync(visit.Key);
        string code = await host.Visits.CodeAsync(visit.Key, Cancellation);
        FeedbackWorkflow feedback = host.Get<FeedbackWorkflow>();
        string[] outcomes = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            async () =>
            {
                try
                {
                    await feedback.GiveAsync(Party, visit.Key, code, Good with { Text = $"{i}" }, Cancellation);
                    return "given";
                }
                catch (InputRefusedException refused)
                {
                    return refused.Refusal.Code;
                }
            },
            Cancellation)));
        Assert.Equal(["given", .. Enumerable.Repeat("RI9080", 31)], outcomes.OrderByDescending(outcome => outcome == "given"));
        Assert.Equal(1, await host.Views.CountAsync(new AllFeedback(), Cancellation));
        await host.RefusedAsync("RI9080", () => feedback.GiveAsync(Party, visit.Key, code, Good, Cancellation));
    }

    [Fact]
    public async Task A12_RatingThatIsNone_Refused()
    {
        using MemoryHost host = new();
        ImmutableArray<VisitView> visits = await host.WithVisitsAsync();
        FeedbackWorkflow feedback = host.Get<FeedbackWorkflow>();
        string code = await host.Visits.CodeAsync(visits[0].Key, Cancellation);
        await host.RefusedAsync("RI9083", () => feedback.GiveAsync(Party, visits[0].Key, code, Good, Cancellation));
        await host.ConcludedAsync(visits[0].Key);
        foreach (Feedback none in (Feedback[])[Good with { Integrity = 0 }, Good with { Conduct = 6 }, Good with { Efficiency = -1 }])
        {
            await host.RefusedAsync("RI9081", () => feedback.GiveAsync(Party, visits[0].Key, code, none, Cancellation));
        }

        await host.RefusedAsync("RI9082", () => feedback.GiveAsync(Party, visits[0].Key, code, Good with { Text = new string('好', 501) }, Cancellation));
        await host.RefusedAsync("RI3022", () => feedback.GiveAsync(Party, visits[0].Key, "00000000", Good, Cancellation));
        await host.RefusedAsync("RI3022", () => feedback.GiveAsync(Party, visits[1].Key, code, Good, Cancellation));
        await host.RefusedAsync("RI3022", () => feedback.GiveAsync(Party, "P2026-001-T01-V9999", code, Good, Cancellation));
        await host.RefusedAsync("RI2013", () => feedback.GiveAsync(MemoryHost.As(Role.Supervisor), visits[0].Key, code, Good, Cancellation));
        await feedback.GiveAsync(Party, visits[0].Key, code, Good with { Text = "" }, Cancellation);
        Assert.Null((await host.Views.QueryAsync(new AllFeedback(), Cancellation)).Single().Text);
    }

    [Fact]
    public async Task A12_FewerThanThreeRatings_WithheldFromSupervisorsToo()
    {
        using MemoryHost host = new();
        ImmutableArray<VisitView> visits = await host.WithVisitsAsync();
        FeedbackWorkflow feedback = host.Get<FeedbackWorkflow>();
        Assert.Empty(await feedback.FiguresAsync(Cancellation));
        foreach ((int i, VisitView visit) in visits.Index())
        {
            await host.ConcludedAsync(visit.Key);
            await feedback.GiveAsync(Party, visit.Key, await host.Visits.CodeAsync(visit.Key, Cancellation), new Feedback(5, 4, i + 1, i == 0 ? "" : $"意见{i}"), Cancellation);
            FeedbackFigures figures = Assert.Single(await feedback.FiguresAsync(Cancellation));
            Assert.Equal(i < 2, figures.IsWithheld);
            Assert.Equal(i < 2 ? (0, 0, 0, 0, 0) : (3, 15, 12, 6, 2), (figures.Ratings, figures.Integrity, figures.Conduct, figures.Efficiency, figures.Texts.Length));
        }
    }

    [Fact]
    public async Task A12_SurpriseThatIsSecret_NotRatedBeforeItHasEnded()
    {
        using MemoryHost host = new();
        await host.ImportAsync();
        ImmutableArray<VisitView> visits = await host.WithSecretVisitsAsync();
        await host.ConcludedAsync(visits[0].Key);
        FeedbackWorkflow feedback = host.Get<FeedbackWorkflow>();
        string code = await host.Visits.CodeAsync(visits[0].Key, Cancellation);
        await host.RefusedAsync("RI9083", () => feedback.GiveAsync(Party, visits[0].Key, code, Good, Cancellation));
        await host.Get<EmbargoWorkflow>().EndNowAsync(MemoryHost.As(Role.AuthorityHead), "A2026-S001", "线索已公开", Cancellation);
        await feedback.GiveAsync(Party, visits[0].Key, code, Good, Cancellation);
        Assert.Equal(1, await host.Views.CountAsync(new AllFeedback(), Cancellation));
    }
}
