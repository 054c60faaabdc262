using System.Globalization;
using System.Text;
using NodaTime;
using RandomInspection.Ledger;
using RandomInspection.Supervision;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Tests.Roles;

namespace RandomInspection.Tests.Supervision;

/// <summary>
/// What each entry is worth: without it, or done twice, these checks say something else. And the report itself, word for word.
/// All stands in <c>compliance.tsv</c> and <c>compliance.json</c>; with RI_WRITE_DOCS=1 the tests write them.
/// </summary>
public sealed class ComplianceTableTests
{
    private static readonly LocalDate Late = new(2027, 12, 31);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("publishResult")]
    [InlineData("catalogueReported")]
    [InlineData("listed")]
    [InlineData("matchVoided")]
    [InlineData("assignmentProposed")]
    [InlineData("closed")]
    [InlineData("followed")]
    [InlineData("replaced")]
    [InlineData("urgentConcluded")]
    [InlineData("upheldAfterAudit")]
    [InlineData("namedMatched")]
    public async Task Find_AnyEntryMissingOrTwice_TheChecksThatItConcerns(string place)
    {
        using MemoryHost host = await StepPlaces.AtAsync(place);
        SupervisionRows rows = await host.Get<SupervisionReader>().ReadAsync(Cancellation);
        LedgerHead head = (await host.HeadsAsync()).Public;
        LedgerEntry[] entries = await host.EntriesAsync();
        Dictionary<string, string> whole = Found(entries);
        SortedSet<string> lines = new(whole.Select(check => $"{place}\tas it is\t{check.Key}\t{check.Value}"), StringComparer.Ordinal);
        for (int i = 0; i < entries.Length; i++)
        {
            Say("without", i, Found([.. entries[..i], .. entries[(i + 1)..]]));
            Say("twice", i, Found([.. entries[..(i + 1)], .. entries[i..]]));
            Say("by a supervisor", i, Found([.. entries[..i], entries[i] with { Actor = new Actor("shen", Role.Supervisor) }, .. entries[(i + 1)..]]));
        }

        StoredTable.Is("Supervision/compliance.tsv", line => line.StartsWith($"{place}\t", StringComparison.Ordinal), lines);

        void Say(string what, int at, Dictionary<string, string> found)
        {
            string[] other = [.. found.Where(check => check.Key != "A12.root" && whole.GetValueOrDefault(check.Key) != check.Value).Select(check => $"{check.Key}\t{check.Value}")];
            lines.UnionWith(other.Select(check => $"{place}\t{what} {entries[at].Type}\t{check}"));
        }

        Dictionary<string, string> Found(LedgerEntry[] seen)
        {
            IComplianceAudit[] audits =
            [
                new ExceptionAudit(), new ExchangeAudit(), new CatalogueAudit(), new DirectoryAudit(), new InspectorAudit(), new PlanAudit(), new TeamAudit(),
                new VisitAudit(host.Get<AlertRules>()), new PublicationAudit(), new JointAudit(), new CreditAudit(), new TrailAudit(head),
            ];
            return audits.SelectMany(audit => Heard(audit, seen)).ToDictionary(check => check.Name, check => check.Said, StringComparer.Ordinal);
        }

        IEnumerable<(string Name, string Said)> Heard(IComplianceAudit audit, LedgerEntry[] seen)
        {
            try
            {
                foreach (LedgerEntry entry in seen)
                {
                    audit.See(entry, DomainEvents.Codec.Decode(entry));
                }

                return [.. audit.Find(rows, Late).Select(check => (check.Name, $"{check.Held.Numerator} of {check.Held.Denominator} {string.Join(' ', check.Failing)}".TrimEnd()))];
            }
            catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException)
            {
                // A stream that does not begin, or not once, has no state.
                return [(audit.GetType().Name, "does not read")];
            }
        }
    }

    [Fact]
    public async Task Write_Reports_WordForWord()
    {
        StringBuilder text = new();
        foreach ((string place, LocalDate day) in new[] { ("import", MemoryHost.Today), ("publishResult", MemoryHost.Today), ("publishResult", Late) })
        {
            using MemoryHost host = await StepPlaces.AtAsync(place);
            ComplianceReport report = await host.Get<ComplianceAuditor>().AuditAsync(RowsOf.At(day), Cancellation);
            string document = Encoding.UTF8.GetString(ComplianceDocument.Write(report));
            Assert.Contains(report.Head.Root, document, StringComparison.Ordinal);
            text.Append(CultureInfo.InvariantCulture, $"{document.Replace(report.Head.Root, "ROOT", StringComparison.Ordinal)}");
            Assert.All(report.Lines, line => Assert.Equal((line.Chinese, line.English), (line.Title(Language.Chinese), line.Title(Language.English))));
            Assert.All(report.Lines.SelectMany(line => line.Checks), check => Assert.Equal((check.Chinese, check.English), (check.Title(Language.Chinese), check.Title(Language.English))));
        }

        StoredTable.Is("Supervision/compliance.json", _ => true, text.ToString().TrimEnd('\n').Split('\n'));
    }
}
