using Ardalis.Specification;
using Ardalis.Specification.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Ardalis;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Tests;

/// <summary>What the bridge gives, evaluated by the real library in memory and on SQLite, is what our own store gives.</summary>
public sealed class BridgeTests
{
    private static readonly TaskView[] Rows =
    [
        .. Enumerable.Range(0, 23).Select(n => new TaskView
        {
            Key = $"T{n * 7 % 23:D2}",
            PlanId = $"P{n % 3}",
            DepartmentId = n % 2 == 0 ? "market" : "ecology",
            Title = $"题{n % 4}",
            From = new LocalDate(2026, 1, 1),
            To = new LocalDate(2026, 1, 1).PlusDays(n % 5),
            PlanStatus = (PlanStatus)(n % 3),
            Removed = n % 6 == 0,
        }),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Queries.Keys];

    private static Dictionary<string, Ledger.ISpecification<TaskView>> Queries { get; } = new()
    {
        ["all tasks"] = new AllTasks(),
        ["of a plan"] = new TasksOfPlan("P1"),
        ["of a department"] = new ApprovedTasksOfDepartment("market"),
        ["none"] = new TasksOfPlan("nobody"),
        ["second page"] = new AllTasks { Skip = 7, Take = 7 },
        ["last page"] = new AllTasks { Skip = 14, Take = 50 },
        ["ties by key"] = new Ledger.Specification<TaskView>(task => !task.Removed, task => task.Title) { Take = 9 },
        ["descending, ties by key"] = new Ledger.Specification<TaskView>(task => true, task => task.Title) { Descending = true, Skip = 3, Take = 9 },
        ["by day"] = new Ledger.Specification<TaskView>(task => task.PlanId != "P0", task => task.To) { Descending = true },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void ToArdalis_Query_InMemoryAsOurs(string name) => Assert.Equal(Due(Queries[name]), Queries[name].ToArdalis().Evaluate(Rows));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ToArdalis_Query_OnSqliteAsOurs(string name)
    {
        await using SqliteConnection connection = new("Data Source=:memory:");
        await connection.OpenAsync(Cancellation);
        await using Tasks tasks = new(new DbContextOptionsBuilder<Tasks>().UseSqlite(connection).Options);
        await tasks.Database.EnsureCreatedAsync(Cancellation);
        tasks.AddRange(Rows);
        await tasks.SaveChangesAsync(Cancellation);
        tasks.ChangeTracker.Clear();
        Assert.Equal(Due(Queries[name]), await tasks.Set<TaskView>().WithSpecification(Queries[name].ToArdalis()).ToListAsync(Cancellation));
    }

    [Fact]
    public void ToArdalis_Criteria_AsMatch()
    {
        Subject[] subjects =
        [
            .. Enumerable.Range(0, 24).Select(n => new Subject
            {
                Code = $"C{n * 5 % 24:D2}", Name = "店", Region = n % 2 == 0 ? "沈河区" : "和平区", Trade = n % 3 == 0 ? "H" : "F", CreditClass = "ABCD"[n % 4].ToString(),
                Status = (SubjectStatus)(n % 5), Tags = SubjectTags.Parse(n % 3 == 0 ? "食品、药品" : ""),
            }),
        ];
        foreach (DirectoryCriteria criteria in new[]
        {
            DirectoryCriteria.Everything,
            DirectoryCriteria.Everything with { Regions = ["沈河区"] },
            DirectoryCriteria.Everything with { Trades = ["H", "F"], CreditClasses = ["A", "D"] },
            DirectoryCriteria.Everything with { Regions = ["nowhere"] },
            DirectoryCriteria.Everything with { Statuses = [SubjectStatus.Active] },
            DirectoryCriteria.Everything with { Tags = ["食品"], Statuses = [SubjectStatus.Active, SubjectStatus.Suspended] },
        })
        {
            SubjectSpecification theirs = criteria.ToArdalis();
            Assert.Equal(subjects.Where(s => criteria.Match(s, null)).OrderBy(s => s.Code, StringComparer.Ordinal), theirs.Evaluate(subjects));
            Assert.All(subjects, subject => Assert.Equal(criteria.Match(subject, null), theirs.IsSatisfiedBy(subject)));
        }
    }

    [Fact]
    public void ToArdalis_LastInspection_Refused() =>
        Assert.Throws<ArgumentException>(() => (DirectoryCriteria.Everything with { NotInspectedSince = new NodaTime.LocalDate(2026, 1, 1) }).ToArdalis());

    /// <summary>What the specification says, row by row.</summary>
    private static TaskView[] Due(Ledger.ISpecification<TaskView> query)
    {
        Func<TaskView, object?> order = query.Order.Compile();
        IEnumerable<TaskView> found = Rows.Where(query.Criteria.Compile());
        return [.. (query.Descending ? found.OrderByDescending(order) : found.OrderBy(order)).ThenBy(t => t.Key, StringComparer.Ordinal).Skip(query.Skip).Take(query.Take)];
    }

    private sealed class Tasks(DbContextOptions<Tasks> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<TaskView>().HasKey(t => t.Key);

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.Properties<LocalDate>().HaveConversion<IsoDate>();
    }

    private sealed class IsoDate() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<LocalDate, string>(
        date => LocalDatePattern.Iso.Format(date), text => LocalDatePattern.Iso.Parse(text).Value);
}
