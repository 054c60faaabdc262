using System.Collections.Immutable;
using System.Text;
using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.Fuzzing;

/// <summary>Criteria as an event of the log has them: what reads keeps its meaning when it is written and read again.</summary>
internal static class CriteriaReader
{
    private static readonly ImmutableArray<Subject> Subjects =
    [
        new() { Code = "91210100MA0UDDX46W", Name = "沈阳某某餐饮有限公司", Region = "沈河区", Trade = "H6210", CreditClass = "A", Tags = SubjectTags.Parse("食品") },
        new() { Code = "91210100MA0UDDX54N", Name = "沈阳某某商贸有限公司", Region = "和平区", Trade = "F5211", CreditClass = "D" },
        new() { Code = "S-0001", Name = "仓库", Region = "和平区", Trade = "G5990", CreditClass = "C" },
    ];

    public static bool Read(byte[] bytes)
    {
        string data = $$"""{"special":"Z2026-001","departmentId":"market","name":"名录","criteria":{{Encoding.UTF8.GetString(bytes)}},"reason":"专项","by":"ku"}""";
        SpecialDirectoryEvent.Saved saved;
        try
        {
            saved = (SpecialDirectoryEvent.Saved)DomainEvents.Codec.Decode(new EncodedEvent("special.saved", data));
        }
        catch (InvalidOperationException)
        {
            return false; // it is said of an entry that does not read
        }

        string written = DomainEvents.Codec.Encode(saved).Data;
        SpecialDirectoryEvent.Saved again = (SpecialDirectoryEvent.Saved)DomainEvents.Codec.Decode(new EncodedEvent("special.saved", written));
        if (!again.Criteria.SaysTheSameAs(saved.Criteria) || written != DomainEvents.Codec.Encode(again).Data)
        {
            throw new FaultException($"Read again, they are others: {written}");
        }

        LocalDate last = new(2026, 5, 6);
        if (Subjects.Any(subject => again.Criteria.Match(subject, last) != saved.Criteria.Match(subject, last)))
        {
            throw new FaultException("Read again, they choose others.");
        }

        return true;
    }
}
