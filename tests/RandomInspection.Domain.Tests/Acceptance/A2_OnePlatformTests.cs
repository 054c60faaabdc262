using System.Text;
using RandomInspection.Directories;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;
using RandomInspection.Planning;
using RandomInspection.SampleData;
using RandomInspection.Tabular;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Acceptance;

/// <summary>三(一) 一个平台：data come in as the files that departments have, and go out as one stream; nothing is typed or reported twice.</summary>
public sealed class A2_OnePlatformTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFileOfADepartment_MergedOnce_IsWhatIsDrawnFrom()
    {
        using MemoryHost host = new();
        Subject[] subjects = [.. SampleSubjects.Generate(50)];
        DirectoryWorkflow directories = host.Get<DirectoryWorkflow>();
        DirectoryEvent.Merged first = await MergeAsync(directories, subjects);
        Assert.Equal((50L, 0L, 0L), ((long)first.Inserted, (long)first.Updated, (long)first.Unchanged));

        // The same file again: recognised, nothing entered twice.
        DirectoryEvent.Merged again = await MergeAsync(directories, subjects);
        Assert.Equal((0L, 0L, 50L), ((long)again.Inserted, (long)again.Updated, (long)again.Unchanged));
        Assert.Equal(subjects.Select(s => s.Code).Order(StringComparer.Ordinal), await CodesAsync(host));
    }

    [Fact]
    public async Task APublication_EnteredOnce_StandsInTheOneStreamThatAllReadByCursor()
    {
        using MemoryHost host = await StepPlaces.AtAsync("publishResult");
        LedgerEntry[] entries = await host.EntriesAsync();
        LedgerEntry[] published = [.. entries.Where(entry => entry.Type == "disclosure.published")];
        LedgerEntry[] disclosed = [.. entries.Where(entry => entry.Type == "publication.disclosed")];
        Assert.NotEmpty(published);
        Assert.Equal(published.Select(entry => entry.Stream["disclosure/".Length..]), disclosed.Select(entry => ((Disclosed)DomainEvents.Codec.Decode(entry)).Obligation));
        Assert.Equal(Enumerable.Range(1, disclosed.Length), disclosed.Select(entry => entry.Version)); // dense: a reader's cursor misses nothing
        await host.RefusedAsync(["RI2202"], () => StepPlaces.PublishAsync(host, Way.As(Role.Publisher)));
    }

    [Fact]
    public void ACsvOfARegister_Read_AWrongCheckCharacterIsAWarningAndABadRowIsNamed()
    {
        const string Rows =
            "统一社会信用代码,名称,登记区域,行业门类,信用类别\n"
            + "91210102117776048G,甲,沈河区,H,A\n"
            + "91210102117776048H,乙,沈河区,H,A\n"
            + "91210181118210601M,,沈河区,H,A\n";
        using TableReader table = TableReader.Open(Encoding.UTF8.GetBytes(Rows));
        SubjectImport import = SubjectTable.Read(table, SubjectColumns.Guess(table.Headers), cancellationToken: Cancellation);
        Assert.Equal(["甲", "乙"], import.Subjects.Select(subject => subject.Name)); // early codes of Fujian and Xiamen are legal and fail the check
        Assert.Equal((3, 1, 1), (import.Rows, import.RowsRefused, import.Warnings));
        Assert.Contains(import.Findings, finding => finding.Line == 4 && finding.Severity == FindingSeverity.Error);
    }

    private static Task<DirectoryEvent.Merged> MergeAsync(DirectoryWorkflow directories, Subject[] subjects) =>
        directories.MergeAsync(new Actor("ku", Role.DirectoryKeeper), new SubjectFile("名录.csv", new string('a', 64), [.. subjects], 0, 0), Way.Morning, Cancellation);

    private static async Task<List<string>> CodesAsync(MemoryHost host)
    {
        List<string> codes = [];
        await foreach (Subject subject in host.Get<ISubjectDirectory>().ReadAsync(Cancellation))
        {
            codes.Add(subject.Code);
        }

        return codes;
    }
}
