using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using RandomInspection.Drawing;
using RandomInspection.Matching;

namespace RandomInspection.Tests.Matching;

/// <summary>A small problem and a seed, from one number of FsCheck's.</summary>
/// <param name="Entropy">The number.</param>
public sealed record MatchCase(int Entropy)
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly string[] Regions = ["R1", "浑南区", "😀"];

    public MatchProblem Problem { get; } = Make(new System.Random(Entropy));

    public Seed Seed => MatchVector.Seed($"case {Entropy}");

    /// <summary>Cases for properties: 0 to 4 visits of one or two departments, 0 to 5 inspectors, everything that a problem may have.</summary>
    public static Arbitrary<MatchCase> Cases() => Gen.Choose(0, int.MaxValue - 1).Select(entropy => new MatchCase(entropy)).ToArbitrary();

    public override string ToString() => $"{Entropy}\n{System.Text.Encoding.UTF8.GetString(Problem.ToCanonicalJson())}";

    /// <summary>The same with everything in another order.</summary>
    public MatchProblem Shuffled()
    {
        System.Random random = new(Entropy + 1);
        return MatchProblem.Of(
            Mixed(Problem.Visits.Select(v => new MatchVisit(v.Id, v.Window, Mixed(v.Teams.Select(t => new TeamNeed(t.Department, t.Count, Mixed(t.Qualifications), Mixed(t.Regions))))))),
            Mixed(Problem.Inspectors.Select(i => new MatchInspector(
                i.Id, i.Department, i.Capacity, i.Prior, Mixed(i.Regions), Mixed(i.Qualifications), Mixed(i.Leave), i.CertificateValidFrom, i.CertificateValidTo))),
            Mixed(Problem.Exclusions),
            Mixed(Problem.Locked),
            Problem.LoadPolicy);

        T[] Mixed<T>(IEnumerable<T> items)
        {
            T[] mixed = [.. items];
            random.Shuffle(mixed);
            return mixed;
        }
    }

    private static MatchProblem Make(System.Random random)
    {
        int departments = random.Next(1, 3);
        MatchInspector[] inspectors = [.. Enumerable.Range(0, random.Next(6)).Select(i => new MatchInspector(
            $"O{i}",
            $"D{random.Next(departments)}",
            random.Next(5) == 0 ? null : random.Next(1, 4),
            random.Next(3) == 0 ? random.Next(1, 4) : 0,
            random.Next(2) == 0 ? null : Some(Regions),
            Some("A", "B"),
            random.Next(5) == 0 ? [Week(random.Next(3))] : null,
            null,
            random.Next(5) == 0 ? Monday.PlusWeeks(random.Next(4)) : null))];
        MatchVisit[] visits = [.. Enumerable.Range(0, random.Next(5)).Select(v => new MatchVisit(
            $"V{v}",
            random.Next(2) == 0 ? null : Week(random.Next(3)),
            Enumerable.Range(0, random.Next(4) == 0 ? 2 : 1)
                .Select(_ => new TeamNeed($"D{random.Next(departments)}", random.Next(1, 4), random.Next(2) == 0 ? null : Some("A", "B"), random.Next(2) == 0 ? null : [Regions[random.Next(3)]]))
                .DistinctBy(t => (t.Department, string.Join(',', t.Qualifications), string.Join(',', t.Regions)))))];
        MatchExclusion[] exclusions = [.. from v in visits from i in inspectors where random.Next(8) == 0 select new MatchExclusion(v.Id, i.Id, random.Next(2) == 0 ? "RI3002" : "rotation")];
        LoadPolicy policy = random.Next(3) == 0 ? LoadPolicy.CapacityOnly : LoadPolicy.Balanced;
        if (visits.Length > 0 && inspectors.Length > 0 && random.Next(3) == 0)
        {
            MatchInspector inspector = inspectors[random.Next(inspectors.Length)];
            try
            {
                return MatchProblem.Of(visits, inspectors, exclusions, [new LockedSeat(visits[random.Next(visits.Length)].Id, inspector.Id, inspector.Department, "群众举报", "head")], policy);
            }
            catch (InputRefusedException)
            {
                // The lock does not fit; without it the problem does.
            }
        }

        return MatchProblem.Of(visits, inspectors, exclusions, null, policy);

        string[] Some(params string[] of) => [.. of.Where(_ => random.Next(2) == 0).DefaultIfEmpty(of[0])];

        static DateInterval Week(int week) => new(Monday.PlusWeeks(week), Monday.PlusWeeks(week).PlusDays(4));
    }
}
