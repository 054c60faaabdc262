using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Supervision;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Acceptance;

/// <summary>四(二) 全程留痕：every step by whom, when, on what basis; nothing can be altered or removed without trace; figures for supervision and annual assessment.</summary>
public sealed class A12_EverythingLeavesItsTraceTests
{
    public static TheoryData<string> Places => new(StepPlaces.All);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryStep_OfTheWholeWay_ByWhomWhenAndInWhatRole()
    {
        using MemoryHost host = await StepPlaces.AtAsync("publishResult");
        LedgerEntry[] entries = await host.EntriesAsync();
        Assert.Equal(Enumerable.Range(1, entries.Length).Select(n => (long)n), entries.Select(entry => entry.Sequence));
        Assert.All(entries, entry => Assert.NotEmpty(entry.Actor.PersonId));
        Assert.All(entries, entry => Assert.True(entry.At >= Way.Morning));
        Assert.All(
            entries.Where(entry => !DomainSteps.Consequences.Contains(entry.Type)),
            entry => Assert.Contains(DomainSteps.All, step => step.Events.Contains(entry.Type) && step.Roles.Contains(entry.Actor.Role)));
        Assert.All(entries.Where(entry => entry.Type is "recusal.decided" or "match.seatsChanged" or "visit.returned"), entry => Assert.False(string.IsNullOrWhiteSpace(entry.Reason)));
    }

    /// <summary>Wherever a matter stands: its log gives the same bytes, and each stream the rows that were written with it, none more and none less.</summary>
    [Theory]
    [MemberData(nameof(Places))]
    public async Task EveryStream_Replayed_GivesTheSameBytesAndTheSameRows(string place)
    {
        using MemoryHost host = await StepPlaces.AtAsync(place);
        Assert.All(await host.EntriesAsync(), entry => Assert.Equal(new EncodedEvent(entry.Type, entry.Data), DomainEvents.Codec.Encode(DomainEvents.Codec.Decode(entry))));
        await host.IsSoundAsync();
    }

    [Fact]
    public async Task AnyEntryAlteredOrRemoved_AnotherRoot()
    {
        using MemoryHost host = await StepPlaces.AtAsync("draw");
        LedgerEntry[] entries = [.. (await host.EntriesAsync()).Where(entry => entry.Log == LedgerLog.Public)];
        string root = (await host.HeadsAsync()).Public.Root;
        Assert.Equal(root, RootOf(entries));
        for (int i = 0; i < entries.Length; i++)
        {
            Assert.NotEqual(root, RootOf([.. entries[..i], entries[i] with { Actor = new Actor("somebody", entries[i].Actor.Role) }, .. entries[(i + 1)..]]));
            Assert.NotEqual(root, RootOf([.. entries[..i], .. entries[(i + 1)..]]));
        }
    }

    /// <summary>Deleting a friend before the frame is frozen is the commonest fraud: it is a merge in the log, and the frame names the version after it and how many were left out.</summary>
    [Fact]
    public async Task AFriendTakenOutBeforeTheDraw_StandsInTheLogAndInTheFrame()
    {
        using MemoryHost host = await StepPlaces.AtAsync("design");
        Subject friend = SampleSubjects.Generate(500).First(subject => subject.Status == SubjectStatus.Active);
        await host.Get<DirectoryWorkflow>().MergeAsync(
            new Actor("ku", Role.DirectoryKeeper), new SubjectFile("correction.csv", new string('2', 64), [friend with { Status = SubjectStatus.Deregistered }], 0, 0), Way.Morning, Cancellation);
        await host.Way.StepAsync("prepare");

        LedgerEntry merged = (await host.EntriesAsync()).Last(entry => entry.Type == "directory.merged");
        DirectoryEvent.Merged correction = Assert.IsType<DirectoryEvent.Merged>(DomainEvents.Codec.Decode(merged));
        Assert.Equal(("ku", "correction.csv", 1L, 2L), (merged.Actor.PersonId, correction.FileName, (long)correction.Updated, correction.Version));
        FrozenTask frozen = (await host.Way.Draws.FindAsync(Way.DrawId, Cancellation)).Preparation.Tasks[0];
        Assert.Equal(2, frozen.DirectoryVersion);
        Assert.True(frozen.LeftOut["deregistered"] > 0);
        Assert.NotNull(await host.Get<IEvidenceStore>().GetAsync(correction.Kept!.Value[0], Cancellation)); // who it was can still be read
    }

    [Fact]
    public async Task Figures_OfTheWholeWay_FromTheLogAlone()
    {
        using MemoryHost host = await StepPlaces.AtAsync("publishResult");
        SupervisionRows rows = await host.Get<SupervisionReader>().ReadAsync(Cancellation);
        SupervisionFigures figures = SupervisionFigures.Of(rows, SupervisionScope.OfYear(2026), RateTable.Henan2021, new LocalDate(2026, 11, 24));
        Assert.Equal((1L, (long)rows.Visits.Length), (figures.VisitsEnded.Numerator, figures.VisitsEnded.Denominator));
        Assert.Equal(new Ratio(1, 1), figures.Problems);
        Assert.Equal(new Ratio(1, 1), figures.Attempts);
        Assert.Equal((1, 1, 0), (figures.Burden.Subjects, figures.Burden.Visits, figures.Burden.Saved));
        Assert.Equal((2, 2), (figures.Load.Officers, figures.Load.Seats));
        Assert.Equal(1, figures.OfficersReplaced.Numerator);
        Assert.Equal(new Ratio(1, 1), figures.DeadlinesMet with { Denominator = figures.DeadlinesMet.Numerator });

        // The same log gives the same report, whoever makes it.
        ComplianceReport one = await host.Get<ComplianceAuditor>().AuditAsync(Way.Morning, Cancellation);
        using MemoryHost other = host.Fork();
        Assert.Equal(ComplianceDocument.Write(one), ComplianceDocument.Write(await other.Get<ComplianceAuditor>().AuditAsync(Way.Morning, Cancellation)));
    }

    private static string RootOf(IEnumerable<LedgerEntry> entries) => Convert.ToHexStringLower(entries
        .Aggregate(MerkleFrontier.Empty, (frontier, entry) => frontier.Append(LedgerLeaf.Tree, LedgerLeaf.Tree.Leaf(LedgerLeaf.Bytes(entry)))).Root(LedgerLeaf.Tree));
}
