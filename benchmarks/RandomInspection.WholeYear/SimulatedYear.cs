using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Drawing;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.WholeYear;

/// <summary>A year of a city, day by day, through the library's own workflows: nothing is written past them.</summary>
internal sealed partial class SimulatedYear
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private readonly ServiceProvider _provider;
    private readonly Settings _settings;
    private readonly Fate _fate;
    private readonly WorkingDayCalendar _calendar = WorkingDayCalendar.Embedded;
    private readonly IViews _views;
    private readonly DirectoryWorkflow _directory;
    private readonly PlanWorkflow _plans;
    private readonly TaskWorkflow _tasks;
    private readonly DrawWorkflow _draws;
    private readonly MatchWorkflow _matches;
    private readonly VisitWorkflow _visits;
    private readonly DisclosureWorkflow _disclosure;
    private readonly Dictionary<string, Inspector> _officers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);
    private readonly List<YearTask> _all = [];
    private readonly List<string> _submitted = [];
    private LocalDate _today;

    /// <summary>A year that has not begun.</summary>
    /// <param name="settings">How large.</param>
    public SimulatedYear(Settings settings)
    {
        _settings = settings;
        _fate = new Fate(settings.Seed);
        ServiceCollection services = new();
        services.AddSingleton<ISaltSource, RandomSalts>();
        services.AddRandomInspection().UseInMemory().UseCatalogue(City.Items).UseStaff(City.All, City.People);
        _provider = services.BuildServiceProvider();
        _views = _provider.GetRequiredService<IViews>();
        _directory = _provider.GetRequiredService<DirectoryWorkflow>();
        _plans = _provider.GetRequiredService<PlanWorkflow>();
        _tasks = _provider.GetRequiredService<TaskWorkflow>();
        _draws = _provider.GetRequiredService<DrawWorkflow>();
        _matches = _provider.GetRequiredService<MatchWorkflow>();
        _visits = _provider.GetRequiredService<VisitWorkflow>();
        _disclosure = _provider.GetRequiredService<DisclosureWorkflow>();
    }

    /// <summary>What was counted and checked.</summary>
    public Tally Tally { get; } = new();

    /// <summary>The tasks.</summary>
    public IReadOnlyList<YearTask> Tasks => _all;

    /// <summary>The subjects as the register stands.</summary>
    public IReadOnlyDictionary<string, Subject> Subjects => _subjects;

    /// <summary>The day after the last one.</summary>
    public LocalDate Today => _today;

    /// <summary>The library, to read what it says.</summary>
    public IServiceProvider Library => _provider;

    /// <summary>Lives through the year, and the weeks after it in which the last results fall due.</summary>
    /// <param name="progress">Told each day.</param>
    public async Task RunAsync(IProgress<LocalDate>? progress)
    {
        LocalDate last = new(_settings.Year + 1, 2, 10);
        _today = new LocalDate(_settings.Year, 1, 2);
        await FillDirectoriesAsync();
        for (; _today <= last; _today = _today.PlusDays(1))
        {
            if (_calendar.IsWorkingDay(_today))
            {
                await WorkAsync();
            }

            await LookAtTheBoardAsync();
            await KeepSecretsAsync();
            await SuperviseAsync();
            progress?.Report(_today);
        }

        await OpenSealedAsync();
    }

    private async Task WorkAsync()
    {
        await KeepRegisterAsync();
        await PlanAsync();
        foreach (YearTask task in _all)
        {
            await DrawAndMatchAsync(task);
        }

        await InspectAsync();
        await KeepListsAsync();
        await AuditAsync();
        await PublishAsync();
    }

    private async Task FillDirectoriesAsync()
    {
        foreach (Subject subject in _settings.Subjects)
        {
            _subjects[subject.Code] = subject;
        }

        await MergeAsync("subjects.csv", _settings.Subjects);
        foreach (Inspector officer in City.Officers(_settings.Officers, Regions, _settings.Year))
        {
            _officers[officer.Id] = officer;
        }

        await MergeOfficersAsync();
    }

    private ImmutableArray<string> Regions => [.. _settings.Subjects.Select(s => s.Region).Distinct().Order(StringComparer.Ordinal)];

    private Task MergeAsync(string name, ImmutableArray<Subject> changed) => _directory.MergeAsync(
        Actor.System, new SubjectFile(name, DigestOf(name), changed, 0, 0), At(8), CancellationToken.None);

    private Task MergeOfficersAsync() => _directory.MergeInspectorsAsync(
        Actor.System, new InspectorFile("officers.csv", DigestOf($"officers {_today:R}"), [.. _officers.Values.OrderBy(o => o.Id, StringComparer.Ordinal)], 0, 0), At(8), CancellationToken.None);

    /// <summary>On the first working day of a month some subjects leave the register, and some officers fall ill.</summary>
    private async Task KeepRegisterAsync()
    {
        if (_calendar.AddWorkingDays(new LocalDate(_today.Year, _today.Month, 1).PlusDays(-1), 1).Date != _today || _today.Month == 1)
        {
            return;
        }

        string month = _today.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        ImmutableArray<Subject> gone =
        [
            .. _subjects.Values.Where(s => s.Status == SubjectStatus.Active && _fate.Below("gone " + month, s.Code, 10_000) < Settings.GoneEachMonth)
                .Select(s => s with { Status = SubjectStatus.Deregistered }),
        ];
        foreach (Subject subject in gone)
        {
            _subjects[subject.Code] = subject;
        }

        Tally.Count("subjects that left the register", gone.Length);
        if (!gone.IsEmpty)
        {
            await MergeAsync($"register {month}.csv", gone);
        }

        await FallIllAsync(month);
        foreach (YearTask task in _all.Where(t => t.Match.Length > 0 && t.To >= _today))
        {
            await ReplaceGoneAsync(task);
        }
    }

    private Acting As(string department, Role role, int hour = 10) => new(City.Of(department, role), At(hour));

    private static Person Officer(Inspector officer) => new(officer.Id, officer.Name, officer.Name, officer.DepartmentId, [Role.Inspector]);

    private Instant At(int hour) => _today.At(new LocalTime(hour, 0)).InZoneLeniently(Zone).ToInstant();

    private T Get<T>()
        where T : class => _provider.GetRequiredService<T>();

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed class RandomSalts : ISaltSource
    {
        public string Next() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    }
}
