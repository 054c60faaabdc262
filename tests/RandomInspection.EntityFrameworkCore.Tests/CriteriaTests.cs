using System.Collections.Immutable;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Inspections;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;

namespace RandomInspection.Tests;

/// <summary>Criteria mean the same in the database as in the domain.</summary>
public abstract class CriteriaTests
{
    private static readonly Subject[] Subjects = [.. SampleSubjects.Generate(400)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReadAsync_AnyCriteria_ExactlyThoseThatMatch()
    {
        await using TemporaryStore store = await TemporaryStore.CreateAsync();
        await MergeAsync(store, Subjects);
        Dictionary<string, LocalDate> inspected = await InspectAsync(store);
        ISubjectDirectory directory = store.Get<ISubjectDirectory>();
        ImmutableArray<TagCount> tags = await directory.TagsAsync(Cancellation);
        Assert.Equal(
            Subjects.SelectMany(s => s.Tags.Names).GroupBy(tag => tag).OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new TagCount(tag.Key, tag.Count())), tags);

        System.Random random = new(7);
        int some = 0;
        for (int i = 0; i < 300; i++)
        {
            DirectoryCriteria criteria = new(Some(s => s.Region), Some(s => s.Trade), Some(s => s.CreditClass))
            {
                Tags = random.Next(2) == 0 ? null : [.. tags.Select(t => t.Tag).Where(_ => random.Next(3) == 0)],
                Statuses = random.Next(2) == 0 ? null : [.. Enum.GetValues<SubjectStatus>().Where(_ => random.Next(2) == 0)],
                NotInspectedSince = random.Next(2) == 0 ? null : new LocalDate(2026, 3, random.Next(1, 12)),
            };
            Subject[] due = [.. Subjects.Where(s => criteria.Match(s, inspected.TryGetValue(s.Code, out LocalDate day) ? day : null)).OrderBy(s => s.Code, StringComparer.Ordinal)];
            some += due.Length > 0 ? 1 : 0;
            List<Subject> read = [];
            await foreach (Subject subject in directory.ReadAsync(criteria, Cancellation))
            {
                read.Add(subject);
            }

            Assert.Equal(due, read);
            Assert.Equal(due.Length, (await directory.CountAsync(criteria, Cancellation)).Sum(c => c.Subjects));
            (ImmutableArray<Subject> page, long total) = await directory.SearchAsync("", criteria, 2, 5, Cancellation);
            Assert.Equal(due.Skip(2).Take(5), page);
            Assert.Equal(due.Length, total);
            string[] asked = [.. Subjects.Take(50).Select(s => s.Code)];
            Assert.Equal(due.Select(s => s.Code).Intersect(asked).Order(), (await directory.FindAsync(asked, criteria, Cancellation)).Keys.Order());
        }

        Assert.True(some > 100, $"{some} of 300 criteria match anybody");

        ImmutableArray<string> Some(Func<Subject, string> of) =>
            random.Next(2) == 0 ? [] : [.. Subjects.Select(of).Distinct().Where(_ => random.Next(2) == 0)];
    }

    private static Task MergeAsync(TemporaryStore store, params Subject[] subjects) => store.Get<DirectoryWorkflow>().MergeAsync(
        Actor.System, new SubjectFile("x.csv", new string('0', 64), [.. subjects], 0, 0), Instant.FromUtc(2026, 3, 1, 0, 0), Cancellation);

    /// <summary>Visits of every third subject, concluded on a day of March; some of them not yet.</summary>
    private static async Task<Dictionary<string, LocalDate>> InspectAsync(TemporaryStore store)
    {
        // The rows follow from no stream here.
        store.IsTampered = true;
        Dictionary<string, LocalDate> inspected = new(StringComparer.Ordinal);
        List<IView> rows = [];
        for (int i = 0; i < Subjects.Length; i += 3)
        {
            for (int visit = 0; visit < (i % 2) + 1; visit++)
            {
                LocalDate? on = i % 5 == 0 ? null : new LocalDate(2026, 3, 1 + ((i + (5 * visit)) % 12));
                rows.Add(Row($"{i}-{visit}", Subjects[i].Code, on));
                if (on is { } day && !(inspected.GetValueOrDefault(Subjects[i].Code) > day))
                {
                    inspected[Subjects[i].Code] = day;
                }
            }
        }

        await store.Get<ILedger>().CommitAsync(new LedgerCommit(Actor.System, Instant.FromUtc(2026, 4, 1, 0, 0), null, [], [.. rows]), Cancellation);
        return inspected;
    }

    private static VisitView Row(string key, string code, LocalDate? concludedOn) => new()
    {
        Key = key,
        TaskId = "T",
        Match = "M",
        JointVisit = key,
        JointWith = 0,
        DepartmentId = "MR",
        SubjectCode = code,
        SubjectName = code,
        Region = "沈河区",
        From = new LocalDate(2026, 3, 1),
        To = new LocalDate(2026, 3, 31),
        Status = concludedOn is null ? VisitStatus.Planned : VisitStatus.Concluded,
        Missing = 0,
        Conclusion = null,
        ConcludedOn = concludedOn,
        Measures = 0,
    };
}
