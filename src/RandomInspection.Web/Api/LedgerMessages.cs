using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using RandomInspection.Calendars;
using RandomInspection.Disclosure;
using RandomInspection.Ledger;

namespace RandomInspection.Web.Api;

/// <summary>A signed checkpoint.</summary>
/// <param name="Note">The signed note, byte for byte.</param>
internal sealed record NoteResource(string Note);

/// <summary>A proof, to be checked without this host.</summary>
/// <param name="Proof">The proof's text, see docs/ledger.md.</param>
internal sealed record ProofResource(string Proof);

/// <summary>A publication; of one that was taken down only that it was.</summary>
internal sealed record PublicationResource(long Number, DisclosureOccasion Occasion, string? About, string? Title, string DepartmentId, string Channel, Instant PublishedAt)
{
    public static PublicationResource Of(DisclosedView row, bool takenDown, RedactionPolicy policy) => new(
        row.Number, row.Occasion, takenDown ? null : row.About, takenDown ? null : Publications.TitleOf(row.Occasion, row.Title, policy), row.DepartmentId, row.Channel, row.PublishedAt);
}

/// <summary>A day's commitment of the sealed log.</summary>
/// <param name="Day">The day.</param>
/// <param name="Commitment">64 lower-case hex characters.</param>
/// <param name="Sequence">Its entry in the public log.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Size">How many entries it was made of; nothing while it is secret, as the rest.</param>
/// <param name="Root">Their root.</param>
/// <param name="Salt">Its salt.</param>
/// <param name="OpenedAt">When it was opened.</param>
internal sealed record SealedDayResource(LocalDate Day, string Commitment, long Sequence, Instant At, long? Size, string? Root, string? Salt, Instant? OpenedAt)
{
    public static SealedDayResource Of(SealedDay day) => new(day.Day, day.Commitment, day.Sequence, day.At, day.Opened?.Size, day.Opened?.Root, day.Opened?.Salt, day.OpenedAt);
}

/// <summary>Whose data is erased.</summary>
internal enum ErasedKind
{
    /// <summary>A subject's.</summary>
    Subject = 0,

    /// <summary>An inspector's.</summary>
    Inspector = 1,
}

/// <summary>Somebody whose personal data is to be erased.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EraseBody(ErasedKind Kind, string Id, string Basis) : IApiBody<EraseBody>
{
    public static EraseBody Chinese => new(ErasedKind.Inspector, "I001", "个人信息保护法 第四十七条");

    public static EraseBody English => new(ErasedKind.Inspector, "I001", "Personal Information Protection Law, article 47");
}

/// <summary>Pieces of personal data that are to be erased, by their commitments.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ErasePiecesBody(ImmutableArray<string> Commitments, string Basis) : IApiBody<ErasePiecesBody>
{
    public static ErasePiecesBody Chinese => new([new string('0', 64)], "个人信息保护法 第四十七条");

    public static ErasePiecesBody English => new([new string('0', 64)], "Personal Information Protection Law, article 47");
}
