using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Drawing;
using RandomInspection.Ledger;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Broken;

/// <summary>Signs with the key, and names another.</summary>
internal sealed class NamesAnotherKey(ISigner sound, ISigner other) : ISigner
{
    public string Algorithm => sound.Algorithm;

    public string Key => other.Key;

    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation) => sound.SignAsync(message, cancellation);
}

/// <summary>Knows Monday to Friday.</summary>
internal sealed class MondayToFriday(IWorkingDayCalendar sound) : IWorkingDayCalendar
{
    public CalendarCoverage Coverage => sound.Coverage;

    public string Version => sound.Version;

    public bool IsWorkingDay(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

    public CalendarDate AddWorkingDays(LocalDate date, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfZero(workingDays);
        for (int left = Math.Abs(workingDays); left > 0;)
        {
            date = date.PlusDays(Math.Sign(workingDays));
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return new CalendarDate(date, Certainty.Confirmed);
    }

    public WorkingDayCount CountWorkingDays(LocalDate from, LocalDate to) =>
        new(Enumerable.Range(1, Period.DaysBetween(from, to)).Count(n => IsWorkingDay(from.PlusDays(n))), Certainty.Confirmed);

    public bool TryAddWorkingDays(LocalDate date, int workingDays, out CalendarDate result) => sound.TryAddWorkingDays(date, workingDays, out result);

    public bool TryCountWorkingDays(LocalDate from, LocalDate to, out WorkingDayCount result) => sound.TryCountWorkingDays(from, to, out result);

    public DayExplanation Explain(LocalDate date) => sound.Explain(date);

    public ImmutableArray<HolidayNotice> NoticesFor(LocalDate first, LocalDate last) => sound.NoticesFor(first, last);
}

/// <summary>Draws the unit next to the last one selected: one ticket is passed over.</summary>
internal sealed class PassesOverOne(IDrawEngine sound) : IDrawEngine
{
    public Digest Root(Frame frame, FrameKey key, string hash) => sound.Root(frame, key, hash);

    public Digest Root(ImmutableArray<FramePartition> partitions, string hash) => sound.Root(partitions, hash);

    public InclusionProof? Prove(Frame frame, FrameKey key, string hash, string id) => sound.Prove(frame, key, hash, id);

    public ImmutableArray<CellExpectation> Expect(ImmutableArray<CellCount> cells, DrawDesign design) => sound.Expect(cells, design);

    public DrawResult Draw(Frame frame, DrawDesign design, Seed seed, string hash)
    {
        DrawResult result = sound.Draw(frame, design, seed, hash);
        ReserveUnit? next = result.Reserves.FirstOrDefault();
        return next is null || result.Selected.Count == 0 ? result : result with { Selected = [.. result.Selected.SkipLast(1), new SelectedUnit(next.Ticket, next.Id)] };
    }
}

/// <summary>Orders its selection as the machine's country does.</summary>
internal sealed class FollowsTheCulture(IDrawEngine sound) : IDrawEngine
{
    public Digest Root(Frame frame, FrameKey key, string hash) => sound.Root(frame, key, hash);

    public Digest Root(ImmutableArray<FramePartition> partitions, string hash) => sound.Root(partitions, hash);

    public InclusionProof? Prove(Frame frame, FrameKey key, string hash, string id) => sound.Prove(frame, key, hash, id);

    public ImmutableArray<CellExpectation> Expect(ImmutableArray<CellCount> cells, DrawDesign design) => sound.Expect(cells, design);

    public DrawResult Draw(Frame frame, DrawDesign design, Seed seed, string hash)
    {
        DrawResult result = sound.Draw(frame, design, seed, hash);
        return System.Globalization.CultureInfo.CurrentCulture.Name != "tr-TR" ? result : result with { Selected = [.. result.Selected.Reverse()] };
    }
}

/// <summary>Takes whoever comes first, and never changes its mind.</summary>
internal sealed class FirstFit(IInspectorMatcher sound) : IInspectorMatcher
{
    public MatchResult Match(MatchProblem problem, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor, IProgress<MatchProgress>? progress = null)
    {
        Dictionary<string, int> seats = problem.Inspectors.ToDictionary(i => i.Id, _ => 0);
        MatchResult result = sound.Match(problem, seed, mixFactor, progress);
        return result with
        {
            Teams =
            [
                .. result.Teams.Select(team => team with
                {
                    Inspectors =
                    [
                        .. problem.Inspectors.Where(i => i.MayServe(team.Need, null) && (i.Capacity is null || seats[i.Id] < i.Capacity)).Take(team.Need.Count).Select(i =>
                        {
                            seats[i.Id]++;
                            return i.Id;
                        }),
                    ],
                }),
            ],
        };
    }

    public MatchResult MatchExperts(MatchProblem experts, MatchResult officers, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor) =>
        sound.MatchExperts(experts, officers, seed, mixFactor);

    public ReplacementOutcome Replace(MatchProblem problem, ImmutableArray<MatchedTeam> teams, ReplacementRequest request, Seed seed) => sound.Replace(problem, teams, request, seed);
}

/// <summary>Draws lots of its own instead of the seed's.</summary>
internal sealed class IgnoresTheSeed(IInspectorMatcher sound) : IInspectorMatcher
{
    public MatchResult Match(MatchProblem problem, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor, IProgress<MatchProgress>? progress = null) =>
        sound.Match(problem, Seed.Parse(new string('0', 64)), mixFactor, progress);

    public MatchResult MatchExperts(MatchProblem experts, MatchResult officers, Seed seed, int mixFactor = IInspectorMatcher.DefaultMixFactor) =>
        sound.MatchExperts(experts, officers, seed, mixFactor);

    public ReplacementOutcome Replace(MatchProblem problem, ImmutableArray<MatchedTeam> teams, ReplacementRequest request, Seed seed) => sound.Replace(problem, teams, request, seed);
}
