using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Makes an inspector of a row, or says everything that is wrong with it.</summary>
internal sealed class InspectorRowReader(TableReader table, InspectorColumns columns, InspectorRules rules, FindingList findings)
{
    private readonly Dictionary<string, long> _lineOfId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lineOfCertificate = new(StringComparer.Ordinal);
    private TableRow _row = null!;
    private bool _refused;

    /// <summary>The inspector, or <see langword="null"/> if the row is refused.</summary>
    public Inspector? Read(TableRow row)
    {
        _row = row;
        _refused = false;
        if (row.Fault is { } fault)
        {
            findings.Add(new RowFinding(row.Line, "", "", fault, FindingSeverity.Error));
            return null;
        }

        string id = Id();
        string name = Name();
        string department = DepartmentId();
        InspectorLevel level = Word(columns.Level, InspectorWords.Level, InspectorRefusals.LevelUnknown, InspectorWords.KnownLevels);
        InspectorKind kind = Word(columns.Kind, InspectorWords.Kind, InspectorRefusals.KindUnknown, InspectorWords.KnownKinds);
        ImmutableArray<string> regions = Regions();
        ImmutableArray<string> qualifications = Qualifications();
        ImmutableArray<Certificate> certificates = Certificates();
        ImmutableArray<DateInterval> leave = Leave();
        int? capacity = Capacity();
        InspectorStatus status = Word(columns.Status, InspectorWords.Status, InspectorRefusals.StatusUnknown, InspectorWords.KnownStatuses);
        if (kind == InspectorKind.SupervisionStaff && !certificates.IsEmpty)
        {
            Refuse(columns.CertificateNumbers, InspectorRefusals.CertificateContradictsKind.With(("number", certificates[0].Number)));
        }

        if (_refused)
        {
            return null;
        }

        Inspector inspector = new()
        {
            Id = id,
            Name = name,
            DepartmentId = department,
            Kind = kind,
            Level = level,
            Regions = regions,
            Qualifications = qualifications,
            Certificates = certificates,
            Leave = leave,
            Capacity = capacity,
            Status = status,
        };
        WarnOfCertificates(inspector);
        return inspector;
    }

    private string Id()
    {
        string value = Cell(columns.Id);
        if (value.Length == 0)
        {
            Refuse(columns.Id, InspectorRefusals.IdMissing.With());
        }
        else if (!Inspector.IsId(value))
        {
            Refuse(columns.Id, InspectorRefusals.IdMalformed.With(("value", ShownText.Of(value))));
        }
        else if (!_lineOfId.TryAdd(value, _row.Line))
        {
            Refuse(columns.Id, InspectorRefusals.IdDuplicate.With(("value", value), ("firstLine", _lineOfId[value]), ("line", _row.Line)));
        }

        return value;
    }

    private string Name()
    {
        string value = Cell(columns.Name);
        if (string.IsNullOrWhiteSpace(value))
        {
            Refuse(columns.Name, InspectorRefusals.NameMissing.With());
        }
        else if (!NameText.IsPlain(value))
        {
            Refuse(columns.Name, SubjectRefusals.NameCharacter.With(("value", ShownText.Of(value))));
        }

        return value;
    }

    private string DepartmentId()
    {
        string value = Cell(columns.Department);
        if (rules.Departments.IsEmpty)
        {
            IsLabel(columns.Department, value);
            return value;
        }

        if (rules.Departments.FirstOrDefault(d => d.Id == value || d.ChineseName == value) is { } department)
        {
            return department.Id;
        }

        string known = string.Join("、", rules.Departments.Select(d => $"{d.Id} {d.ChineseName}"));
        Refuse(columns.Department, InspectorRefusals.DepartmentUnknown.With(("value", ShownText.Of(value)), ("known", known)));
        return value;
    }

    private ImmutableArray<string> Regions()
    {
        string value = Cell(columns.Regions);
        if (InspectorWords.IsAllRegions(value))
        {
            return [];
        }

        ImmutableArray<string> labels = Labels(columns.Regions);
        if (labels.IsEmpty)
        {
            Refuse(columns.Regions, InspectorRefusals.RegionsMissing.With());
        }

        foreach (string label in labels.Where(label => rules.KnownRegions is { } regions && !regions.Contains(label)))
        {
            string known = string.Join("、", rules.KnownRegions!.Order(StringComparer.Ordinal));
            Refuse(columns.Regions, SubjectRefusals.RegionUnknown.With(("value", ShownText.Of(label)), ("known", known)));
        }

        return labels;
    }

    private ImmutableArray<string> Qualifications()
    {
        ImmutableArray<string> codes = Labels(columns.Qualifications);
        foreach (string code in codes.Where(code => rules.KnownItems is { } items && !items.Contains(code)))
        {
            Warn(columns.Qualifications, InspectorRefusals.QualificationUnknown.With(("value", ShownText.Of(code))));
        }

        return codes;
    }

    private ImmutableArray<Certificate> Certificates()
    {
        string[] numbers = Parts(Cell(columns.CertificateNumbers), ';', '；');
        string[] from = Parts(Cell(columns.ValidFrom), ';', '；');
        string[] to = Parts(Cell(columns.ValidTo), ';', '；');
        if (numbers.Length != from.Length || numbers.Length != to.Length)
        {
            Refuse(
                columns.CertificateNumbers ?? columns.ValidFrom ?? columns.ValidTo,
                InspectorRefusals.CertificatesUneven.With(("numbers", numbers.Length), ("from", from.Length), ("to", to.Length)));
            return [];
        }

        ImmutableArray<Certificate>.Builder certificates = ImmutableArray.CreateBuilder<Certificate>(numbers.Length);
        for (int i = 0; i < numbers.Length; i++)
        {
            LocalDate? begins = Day(columns.ValidFrom, from[i]);
            LocalDate? ends = Day(columns.ValidTo, to[i]);
            if (begins is not { } first || ends is not { } last)
            {
                continue;
            }

            if (Certificate.Check(numbers[i], first, last) is { } fault)
            {
                Refuse(fault.Code == InspectorRefusals.CertificateEndsBeforeItBegins.Code ? columns.ValidTo : columns.CertificateNumbers, fault);
            }
            else if (!_lineOfCertificate.TryAdd(numbers[i], _row.Line))
            {
                Refuse(
                    columns.CertificateNumbers,
                    InspectorRefusals.CertificateDuplicate.With(("number", numbers[i]), ("firstLine", _lineOfCertificate[numbers[i]]), ("line", _row.Line)));
            }
            else
            {
                certificates.Add(new Certificate(numbers[i], first, last));
            }
        }

        return certificates.DrainToImmutable();
    }

    private ImmutableArray<DateInterval> Leave()
    {
        ImmutableArray<DateInterval>.Builder leave = ImmutableArray.CreateBuilder<DateInterval>();
        foreach (string part in Parts(Cell(columns.Leave), ';', '；'))
        {
            if (DayText.TryParseInterval(part, out DateInterval? interval))
            {
                leave.Add(interval);
            }
            else
            {
                Refuse(columns.Leave, InspectorRefusals.LeaveMalformed.With(("value", ShownText.Of(part))));
            }
        }

        return leave.DrainToImmutable();
    }

    private int? Capacity()
    {
        string value = Cell(columns.Capacity);
        if (value.Length == 0)
        {
            return null;
        }

        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int capacity) && capacity is >= 1 and <= Inspector.MaximumCapacity)
        {
            return capacity;
        }

        Refuse(columns.Capacity, InspectorRefusals.CapacityMalformed.With(("value", ShownText.Of(value)), ("most", Inspector.MaximumCapacity)));
        return null;
    }

    /// <summary>Who ought to have a certificate and has none that is valid is listed and not matched: said once, when it comes in.</summary>
    private void WarnOfCertificates(Inspector inspector)
    {
        if (inspector.Kind is not (InspectorKind.Officer or InspectorKind.CertifiedStaff) || inspector.Status == InspectorStatus.Left)
        {
            return;
        }

        if (inspector.Certificates.IsEmpty)
        {
            Warn(columns.CertificateNumbers ?? columns.Kind, InspectorRefusals.CertificateMissing.With());
        }
        else if (inspector.Certificates[^1] is { } last && last.ValidTo < rules.Today)
        {
            Warn(columns.ValidTo, InspectorRefusals.CertificateExpired.With(
                ("number", last.Number), ("to", DayText.Of(last.ValidTo)), ("today", DayText.Of(rules.Today))));
        }
    }

    private LocalDate? Day(string? column, string text)
    {
        if (DayText.TryParse(text, out LocalDate day))
        {
            return day;
        }

        Refuse(column, InspectorRefusals.DateMalformed.With(("value", ShownText.Of(text))));
        return null;
    }

    private T Word<T>(string? column, Func<string, T?> find, RefusalDefinition unknown, string known)
        where T : struct
    {
        string value = Cell(column);
        if (find(value) is { } found)
        {
            return found;
        }

        Refuse(column, unknown.With(("value", ShownText.Of(value)), ("known", known)));
        return default;
    }

    private ImmutableArray<string> Labels(string? column) =>
        [.. Parts(Cell(column), '、', ';', '；', '|').Where(label => IsLabel(column, label))];

    private bool IsLabel(string? column, string label)
    {
        if (DirectoryLabel.Check(label) is not { } fault)
        {
            return true;
        }

        Refuse(column, fault);
        return false;
    }

    /// <summary>The parts of a cell without the white space around them; an empty cell has none.</summary>
    private static string[] Parts(string cell, params char[] separators) => cell.Length == 0 ? [] : cell.Split(separators, StringSplitOptions.TrimEntries);

    /// <summary>What stands in a column; empty if the table has none for it.</summary>
    private string Cell(string? header) => header is null ? "" : _row[table.ColumnOf(header)];

    private void Refuse(string? header, Refusal refusal)
    {
        _refused = true;
        Add(header, refusal, FindingSeverity.Error);
    }

    private void Warn(string? header, Refusal refusal) => Add(header, refusal, FindingSeverity.Warning);

    private void Add(string? header, Refusal refusal, FindingSeverity severity) =>
        findings.Add(new RowFinding(_row.Line, header ?? "", ShownText.Of(Cell(header)), refusal, severity));
}
