using NodaTime;
using RandomInspection.Directories;
using RandomInspection.Ledger;

namespace RandomInspection.EntityFrameworkCore;

/// <summary>One entry of the log.</summary>
internal sealed class LedgerRow
{
    public long Sequence { get; set; }

    public string Stream { get; set; } = "";

    public int Version { get; set; }

    public string Type { get; set; } = "";

    public string Actor { get; set; } = "";

    public Role Role { get; set; }

    public string? Reason { get; set; }

    public Instant At { get; set; }

    public string Data { get; set; } = "";

    public string? Salt { get; set; }

    public static LedgerRow Of(LedgerEntry entry) => new()
    {
        Sequence = entry.Sequence,
        Stream = entry.Stream,
        Version = entry.Version,
        Type = entry.Type,
        Actor = entry.Actor.PersonId,
        Role = entry.Actor.Role,
        Reason = entry.Reason,
        At = entry.At,
        Data = entry.Data,
        Salt = entry.Salt,
    };

    public LedgerEntry ToEntry(LedgerLog log) => new(Sequence, Stream, Version, Type, new Actor(Actor, Role), Reason, At, Data, log, Salt);
}

/// <summary>A complete subtree of a log's Merkle tree; the log is the number of its <see cref="LedgerLog"/>.</summary>
internal sealed class LedgerNodeRow
{
    public int Log { get; set; }

    public int Level { get; set; }

    public long Index { get; set; }

    public byte[] Hash { get; set; } = [];

    public static LedgerNodeRow Of(LedgerLog log, TreeNode node, byte[] hash) => new() { Log = (int)log, Level = node.Level, Index = node.Index, Hash = hash };
}

/// <summary>A piece of personal data; of an erased one only the commitment and the moment are left.</summary>
internal sealed class PersonalRow
{
    public string Commitment { get; set; } = "";

    public string? About { get; set; }

    public string? Salt { get; set; }

    public string? Text { get; set; }

    public Instant? ErasedAt { get; set; }

    public static PersonalRow Of(PersonalPiece piece) => new() { Commitment = piece.Commitment, About = piece.About, Salt = piece.Salt, Text = piece.Text };

    public PersonalPiece ToPiece() => new(Commitment, About!, Salt!, Text!);
}

/// <summary>A log's head: row 1 is the public log's, row 2 the sealed log's.</summary>
internal sealed class LedgerHeadRow
{
    public int Id { get; set; }

    public long Size { get; set; }

    public byte[] Frontier { get; set; } = [];

    public string Root { get; set; } = "";

    public static int IdOf(LedgerLog log) => log == LedgerLog.Public ? 1 : 2;
}

/// <summary>How far a stream has grown, and in which log. On PostgreSQL only, where writers of one stream wait at its row; SQLite has one writer.</summary>
internal sealed class LedgerStreamRow
{
    public string Stream { get; set; } = "";

    public int Log { get; set; }

    public int Version { get; set; }
}

/// <summary>A directory's version: a row for <c>subjects</c> and one for <c>inspectors</c>, as the merges are named.</summary>
internal sealed class DirectoryRow
{
    public const string Subjects = "subjects";
    public const string Inspectors = "inspectors";

    public string Name { get; set; } = "";

    public long Version { get; set; }
}

/// <summary>A file by its SHA-256.</summary>
internal sealed class EvidenceRow
{
    public string Digest { get; set; } = "";

    public byte[] Bytes { get; set; } = [];
}

/// <summary>Since when a file is kept, if only for now.</summary>
internal sealed class EvidenceForNowRow
{
    public string Digest { get; set; } = "";

    public Instant Since { get; set; }
}

/// <summary>A subject.</summary>
internal sealed class SubjectRow
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = "";

    public string Region { get; set; } = "";

    public string Trade { get; set; } = "";

    public string CreditClass { get; set; } = "";

    public LocalDate? EstablishedOn { get; set; }

    public string Scope { get; set; } = "";

    public SubjectStatus Status { get; set; }

    /// <summary>Each tag between two separators, so that one can be found in it; empty for none.</summary>
    public string Tags { get; set; } = "";

    public LocalDate? ClassifiedOn { get; set; }

    public string? ClassifiedBy { get; set; }

    public CarrierKind? Carrier { get; set; }

    public string? CarrierOf { get; set; }

    /// <summary>How a tag stands in <see cref="Tags"/>.</summary>
    public static string Tagged(string tag) => $"{SubjectTags.Separator}{tag}{SubjectTags.Separator}";

    /// <summary>How a set of tags stands in <see cref="Tags"/>.</summary>
    public static string Tagged(SubjectTags tags) => tags.Names.IsEmpty ? "" : Tagged(tags.Text);

    public static SubjectRow Of(Subject subject) => new()
    {
        Code = subject.Code,
        Name = subject.Name,
        Kind = subject.Kind,
        Region = subject.Region,
        Trade = subject.Trade,
        CreditClass = subject.CreditClass,
        EstablishedOn = subject.EstablishedOn,
        Scope = subject.Scope,
        Status = subject.Status,
        Tags = Tagged(subject.Tags),
        ClassifiedOn = subject.Assessment?.On,
        ClassifiedBy = subject.Assessment?.Source,
        Carrier = subject.Carrier?.Kind,
        CarrierOf = subject.Carrier?.SubjectCode,
    };

    public Subject ToSubject() => new()
    {
        Code = Code,
        Name = Name,
        Kind = Kind,
        Region = Region,
        Trade = Trade,
        CreditClass = CreditClass,
        EstablishedOn = EstablishedOn,
        Scope = Scope,
        Status = Status,
        Tags = SubjectTags.Parse(Tags),
        Assessment = ClassifiedOn is { } on ? new CreditAssessment(on, ClassifiedBy!) : null,
        Carrier = Carrier is { } kind ? new Carrier(kind, CarrierOf!) : null,
    };
}
