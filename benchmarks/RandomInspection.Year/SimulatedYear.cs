using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Drawing;
using RandomInspection.Planning;

namespace RandomInspection.Year;

/// <summary>Twelve authorities draw thirty-six lists through a year, one every nine days; each list is visited within thirty days, from the fifth on.</summary>
/// <remarks>Seeds and days of visits follow from fixed texts, so every run gives the same year, and every scheme meets the same chances.</remarks>
internal sealed class SimulatedYear(ImmutableArray<Subject> subjects, Scheme scheme)
{
    public const int Authorities = 12;
    public const int Tasks = 36;

    private const int DaysBetweenDraws = 9;
    private const int FirstDay = 5;
    private const int Window = 30;

    private static readonly LocalDate NewYear = new(2026, 1, 1);
    private static readonly DrawEngine Engine = new();

    private readonly Dictionary<string, List<PastVisit>> _history = new(StringComparer.Ordinal);

    /// <summary>The lists, in the order of the draws.</summary>
    public List<ImmutableArray<string>> Lists { get; } = [];

    /// <summary>Every visit: the subject and its day.</summary>
    public List<(string Code, LocalDate On)> Visits { get; } = [];

    /// <summary>Units that rested at each draw.</summary>
    public List<int> Resting { get; } = [];

    /// <summary>Milliseconds that judging a frame took at most.</summary>
    public long SlowestJudgement { get; private set; }

    public void Run()
    {
        DrawDesign design = DesignDocument.Parse(scheme.Design).Design;
        for (int task = 0; task < Tasks; task++)
        {
            LocalDate drawn = NewYear.PlusDays(task * DaysBetweenDraws);
            string authority = $"authority {task % Authorities}";
            long start = Stopwatch.GetTimestamp();
            FrameUnit[] units = [.. Units(authority, drawn.PlusDays(FirstDay))];
            SlowestJudgement = Math.Max(SlowestJudgement, (Stopwatch.GetTimestamp() - start) * 1000 / Stopwatch.Frequency);
            Resting.Add(units.Count(u => u.Standing == Standing.Resting));
            Seed seed = Seed.Of(Hash($"draw {task}"));
            ImmutableArray<string> list = [.. Engine.Draw(Frame.Of(units), design, seed, "sha-256").Selected.Select(s => s.Id)];
            Lists.Add(list);
            foreach (string code in list)
            {
                Record(code, authority, task, drawn);
            }
        }
    }

    private IEnumerable<FrameUnit> Units(string authority, LocalDate day)
    {
        foreach (Subject subject in subjects)
        {
            List<PastVisit>? visits = _history.GetValueOrDefault(subject.Code);
            if (scheme.ExcludesDrawn && visits is not null)
            {
                continue;
            }

            bool rests = visits is not null && scheme.Resting?.ReasonsOf(subject.Code, subject.CreditClass, visits, authority, day).IsEmpty == false;
            yield return new FrameUnit(
                subject.Code, scheme.Stratification.StratumOf(subject.Region, subject.Trade), subject.CreditClass, rests ? Standing.Resting : Standing.Drawable);
        }
    }

    private void Record(string code, string authority, int task, LocalDate drawn)
    {
        string visit = task.ToString(CultureInfo.InvariantCulture);
        LocalDate on = drawn.PlusDays(FirstDay + (Hash($"day {task} {code}")[0] * Window / 256));
        Visits.Add((code, on));
        if (!_history.TryGetValue(code, out List<PastVisit>? visits))
        {
            _history.Add(code, visits = []);
        }

        visits.Add(new PastVisit(code, authority, visit, visit, on));
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"random-inspection year {text}"));
}
