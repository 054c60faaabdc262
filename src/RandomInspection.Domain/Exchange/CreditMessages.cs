using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>信用等级消息：credit classes of subjects that the directory has, each with its day and source; an older assessment replaces no newer one.</summary>
/// <remarks>Source: 沈政办发〔2020〕19号 三(十).</remarks>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
public sealed class CreditMessages(ISubjectDirectory subjects, IInspectorDirectory inspectors, IStaff staff, EventCodec codec)
{
    /// <summary>The effect: one merge for each message, by the partner's agent; classes of a later day take effect on it.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Credit, ActAsync);

    /// <summary>The payload of classes.</summary>
    /// <param name="source">Who gave them, as <see cref="CreditAssessment.Source"/>.</param>
    /// <param name="classes">Code, class and the day from which it holds; one or more, codes distinct.</param>
    public static string Write(string source, IEnumerable<(string Code, string CreditClass, LocalDate On)> classes) => CanonicalJson.WriteText(json =>
    {
        json.WriteString("source", source);
        json.WriteStartArray("classes");
        foreach ((string code, string creditClass, LocalDate on) in classes)
        {
            json.WriteStartObject();
            json.WriteString("code", code);
            json.WriteString("creditClass", creditClass);
            json.WriteString("on", LocalDatePattern.Iso.Format(on));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        ImmutableArray<(string Code, string CreditClass, CreditAssessment Assessment)> classes = ExchangePayload.Read(message, root =>
        {
            string source = root.Text("source");
            ImmutableArray<(string Code, string CreditClass, CreditAssessment Assessment)> read =
                [.. root.GetProperty("classes").EnumerateArray().Select(one => (one.Text("code"), one.Text("creditClass"), new CreditAssessment(one.Day("on"), source)))];
            return read.IsEmpty || read.DistinctBy(one => one.Code).Count() < read.Length || !read.All(one => Subject.IsCreditClass(one.CreditClass))
                ? throw new FormatException("no class, a subject twice, or no class at all")
                : read;
        });
        Actor actor = new Acting(ExchangeAgents.Of(staff, partner), at).As(DirectorySteps.MergeSubjects);
        ImmutableDictionary<string, Subject> known = await subjects.FindAsync([.. classes.Select(one => one.Code)], cancellation);
        string[] unknown = [.. classes.Select(one => one.Code).Where(code => !known.ContainsKey(code))];
        if (unknown.Length > 0)
        {
            throw ExchangeRefusals.UnknownSubjects.Refuse(("subject", ShownText.Of(unknown[0])), ("count", unknown.Length));
        }

        ImmutableArray<DatedSubject> dated =
        [
            .. classes.Where(one => known[one.Code].Assessment is not { } before || before.On <= one.Assessment.On)
                .Select(one => new DatedSubject(one.Assessment.On, known[one.Code] with { CreditClass = one.CreditClass, Assessment = one.Assessment })),
        ];
        if (dated.Length > 0)
        {
            await new DirectoryWorkflow(log, subjects, inspectors, evidence, codec)
                .MergeAsync(actor, new SubjectFile($"{partner.Id}/{message.Id}", message.Digest, [], 0, 0) { Dated = dated }, at, cancellation);
        }
    }
}
