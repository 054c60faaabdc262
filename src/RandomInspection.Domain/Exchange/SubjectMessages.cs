using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using RandomInspection.Directories;
using RandomInspection.Ledger;
using RandomInspection.Planning;

namespace RandomInspection.Exchange;

/// <summary>监管对象消息：subjects of another system's directory, merged as a file is; what a message does not name stays as it is.</summary>
/// <param name="subjects">The subject directory.</param>
/// <param name="inspectors">The inspector directory.</param>
/// <param name="staff">The persons, for the partner's agent.</param>
/// <param name="codec">The events of the log.</param>
public sealed class SubjectMessages(ISubjectDirectory subjects, IInspectorDirectory inspectors, IStaff staff, EventCodec codec)
{
    /// <summary>The effect: one merge for each message, by the partner's agent.</summary>
    public InboxEffect Effect => new(ExchangeTypes.Subjects, ActAsync);

    /// <summary>The payload of subjects.</summary>
    /// <param name="subjects">One or more, codes distinct.</param>
    public static string Write(IEnumerable<Subject> subjects) => CanonicalJson.WriteText(json =>
    {
        json.WriteStartArray("subjects");
        foreach (Subject subject in subjects)
        {
            json.WriteRawValue(SubjectDelta.Line(subject), skipInputValidation: true);
        }

        json.WriteEndArray();
    });

    /// <summary>The subjects of a payload.</summary>
    /// <param name="message">The message.</param>
    /// <exception cref="InputRefusedException">The payload is no such list, or a code stands twice (RI9160).</exception>
    public static ImmutableArray<Subject> Read(ExchangeMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            using JsonDocument json = JsonDocument.Parse(message.Data);
            ImmutableArray<Subject> subjects = [.. json.RootElement.GetProperty("subjects").EnumerateArray().Select(SubjectOf)];
            return subjects.IsEmpty || subjects.DistinctBy(subject => subject.Code).Count() < subjects.Length
                ? throw new FormatException("no subject, or one twice")
                : subjects;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw ExchangeRefusals.PayloadMalformed.Refuse(("id", message.Id), ("type", message.Type), ("fault", ShownText.Of(e.Message)));
        }
    }

    /// <summary>A subject as its canonical line, or as an object of the line's fields by name.</summary>
    private static Subject SubjectOf(JsonElement one)
    {
        if (one.ValueKind == JsonValueKind.Array)
        {
            return SubjectDelta.Read(System.Text.Encoding.UTF8.GetBytes(one.GetRawText()));
        }

        try
        {
            return new Subject
            {
                Code = Text("code"),
                Name = Text("name"),
                Region = Text("region"),
                Trade = Text("trade"),
                CreditClass = Text("creditClass"),
                Kind = Known("kind") ?? "",
                Scope = Known("scope") ?? "",
                EstablishedOn = Known("establishedOn") is { } day ? LocalDatePattern.Iso.Parse(day).GetValueOrThrow() : null,
                Status = Known("status") is { } status ? Enum.Parse<SubjectStatus>(status) : SubjectStatus.Active,
                Tags = SubjectTags.Parse(Known("tags") ?? ""),
            };
        }
        catch (Exception e) when (e is ArgumentException or UnparsableValueException or InputRefusedException)
        {
            throw new FormatException(e.Message, e);
        }

        string Text(string name) => one.GetProperty(name).GetString() ?? throw new FormatException(name);

        string? Known(string name) => one.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;
    }

    private async Task ActAsync(ILedger log, IEvidenceStore evidence, ExchangeMessage message, ExchangePartner partner, Instant at, CancellationToken cancellation)
    {
        ImmutableArray<Subject> sent = Read(message);
        Actor actor = new Acting(ExchangeAgents.Of(staff, partner), at).As(DirectorySteps.MergeSubjects);
        await new DirectoryWorkflow(log, subjects, inspectors, evidence, codec)
            .MergeAsync(actor, new SubjectFile($"{partner.Id}/{message.Id}", message.Digest, sent, 0, 0), at, cancellation);
    }
}
