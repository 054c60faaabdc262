using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.TestKit;

/// <summary>What the cases write: made up, the same in every run, with characters that careless stores lose.</summary>
internal static class Scene
{
    /// <summary>Beyond U+FFFF, a middle dot, full width, a combining accent, right to left, a joined emoji, quotes, what SQL and LIKE mean something by.</summary>
    public const string Rare = "𠮷野家·买买提 ＡＢＣ　（全角） e\u0301≠é שלום 👩\u200D👧 '\"\\ 100%_ \t;--";

    /// <summary>Given with every commit, so that no chance of the host's gets into what is compared.</summary>
    private const string Salt = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    /// <summary>The moment of the first commit, with all the digits that are kept: 100 ns.</summary>
    public static Instant At { get; } = Instant.FromUtc(2026, 3, 2, 1, 2, 3).PlusTicks(1_234_567);

    private static SubjectTags Food { get; } = SubjectTags.Parse("食品");

    private static SubjectTags FoodAndRare { get; } = SubjectTags.Parse("𠮷、食品、%_");

    private static SubjectTags Medicine { get; } = SubjectTags.Parse("药品");

    public static Actor Actor { get; } = new("kit-1", Role.DrawingOperator);

    public static EncodedEvent Event(string data = "{}") => new("kit.happened", data);

    public static ImmutableArray<EncodedEvent> Events(int count, int from = 1) =>
        [.. Enumerable.Range(from, count).Select(n => Event(string.Create(CultureInfo.InvariantCulture, $$"""{"n":{{n}}}""")))];

    public static StreamAppend Append(string stream, int expectedVersion = 0, int events = 1) => new(stream, expectedVersion, Events(events, expectedVersion + 1));

    public static LedgerCommit Commit(params ImmutableArray<StreamAppend> appends) => new(Actor, At, "例行", appends, []) { Salt = Salt };

    /// <summary>The salt of an entry as it is published: 16 bytes of the hash over the commit's salt, the stream and the version.</summary>
    public static string SaltOf(string stream, int version) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Salt}\n{stream}\n{version}"))).AsSpan(0, 16));

    public static LedgerCommit Sealed(params ImmutableArray<StreamAppend> appends) => Commit(appends) with { Log = LedgerLog.Sealed };

    /// <summary>A commit with rows, and an entry of a stream of its own to go with them.</summary>
    public static LedgerCommit Rows(string stream, params ImmutableArray<IView> views) => Commit(Append(stream)) with { Views = views };

    public static TaskView Task(string key, string title = "任务", string plan = "P1", int day = 1) => new()
    {
        Key = key,
        PlanId = plan,
        DepartmentId = "market",
        Title = title,
        From = new LocalDate(2026, 1, 1),
        To = new LocalDate(2026, 1, 1).PlusDays(day - 1),
        PlanStatus = PlanStatus.Approved,
        Removed = false,
    };

    public static LedgerCommit Merge(long version, params ImmutableArray<Subject> subjects) =>
        Commit(Append("directory/subjects", (int)version - 1)) with { Effect = new SubjectMerge(version, subjects) };

    public static LedgerCommit Merge(long version, params ImmutableArray<Inspector> inspectors) =>
        Commit(Append("directory/inspectors", (int)version - 1)) with { Effect = new InspectorMerge(version, inspectors) };

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"9121{number:D12}XY");

    public static Subject Subject(int number) => new()
    {
        Code = Code(number),
        Name = string.Create(CultureInfo.InvariantCulture, $"第{number}号店"),
        Region = (number % 3) switch { 0 => "沈河区", 1 => "和平区", _ => "铁西区" },
        Trade = number % 2 == 0 ? "H" : "F",
        CreditClass = "ABCD"[number % 4].ToString(),
        EstablishedOn = number % 5 == 0 ? null : new LocalDate(2000, 2, 28).PlusDays(number),
        Status = (SubjectStatus)(number % 5),
        Tags = (number % 4) switch { 0 => SubjectTags.None, 1 => Food, 2 => FoodAndRare, _ => Medicine },
    };

    public static VisitView Visit(string key, int subject, LocalDate? concludedOn) => new()
    {
        Key = key,
        TaskId = "T1",
        Match = "M1",
        JointVisit = key,
        JointWith = 0,
        DepartmentId = "market",
        SubjectCode = Code(subject),
        SubjectName = Subject(subject).Name,
        Region = Subject(subject).Region,
        From = new LocalDate(2026, 3, 1),
        To = new LocalDate(2026, 3, 31),
        Status = concludedOn is null ? VisitStatus.Planned : VisitStatus.Concluded,
        Missing = 0,
        Conclusion = null,
        ConcludedOn = concludedOn,
        Measures = 0,
    };

    public static Inspector Inspector(int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"SF{number:D6}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"检查员{number}"),
        DepartmentId = number % 2 == 0 ? "market" : "ecology",
    };

    /// <summary>Everything that a stream of the port gives.</summary>
    public static async Task<List<T>> AllAsync<T>(IAsyncEnumerable<T> stream, CancellationToken cancellation)
    {
        List<T> all = [];
        await foreach (T one in stream.WithCancellation(cancellation))
        {
            all.Add(one);
        }

        return all;
    }

    /// <summary>Lets many begin at the same moment.</summary>
    public static Task<TResult[]> AtOnceAsync<TResult>(int many, Func<int, Task<TResult>> step)
    {
        TaskCompletionSource begin = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<TResult[]> all = System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, many).Select(async number =>
        {
            await begin.Task;
            return await step(number);
        }));
        begin.SetResult();
        return all;
    }
}
