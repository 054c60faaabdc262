using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tabular;

/// <summary>Makes a subject of a row, or says everything that is wrong with it.</summary>
internal sealed class SubjectRowReader
{
    private const int MostShared = 4096;

    private readonly TableReader _table;
    private readonly SubjectRules _rules;
    private readonly FindingList _findings;
    private readonly Dictionary<string, long> _lineOfCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> _goodLabels = new(StringComparer.Ordinal);
    private readonly int _code;
    private readonly int _name;
    private readonly int _region;
    private readonly int _trade;
    private readonly int _creditClass;
    private readonly int? _kind;
    private readonly int? _establishedOn;
    private readonly int? _scope;
    private readonly int? _status;
    private readonly int? _tags;
    private readonly int? _effectiveOn;
    private readonly int? _classifiedOn;
    private readonly int? _classifiedBy;
    private readonly int? _carrier;
    private readonly int? _carrierOf;
    private readonly Dictionary<string, SubjectTags> _goodTags = new(StringComparer.Ordinal);
    private TableRow _row = null!;
    private bool _refused;

    public SubjectRowReader(TableReader table, SubjectColumns columns, SubjectRules rules, FindingList findings)
    {
        (_table, _rules, _findings) = (table, rules, findings);
        _code = table.ColumnOf(columns.Code!);
        _name = table.ColumnOf(columns.Name!);
        _region = table.ColumnOf(columns.Region!);
        _trade = table.ColumnOf(columns.Trade!);
        _creditClass = table.ColumnOf(columns.CreditClass!);
        _kind = Optional(columns.Kind);
        _establishedOn = Optional(columns.EstablishedOn);
        _scope = Optional(columns.Scope);
        _status = Optional(columns.Status);
        _tags = Optional(columns.Tags);
        _effectiveOn = Optional(columns.EffectiveOn);
        _classifiedOn = Optional(columns.ClassifiedOn);
        _classifiedBy = Optional(columns.ClassifiedBy);
        _carrier = Optional(columns.Carrier);
        _carrierOf = Optional(columns.CarrierOf);
    }

    /// <summary>The day from which the row that was read last holds, if it says so.</summary>
    public LocalDate? EffectiveOn { get; private set; }

    /// <summary>The subject, or <see langword="null"/> if the row is refused.</summary>
    public Subject? Read(TableRow row)
    {
        _row = row;
        _refused = false;
        if (row.Fault is { } fault)
        {
            _findings.Add(new RowFinding(row.Line, "", "", fault, FindingSeverity.Error));
            return null;
        }

        Carrier? carrier = Carrier();
        CheckCode(row[_code], carrier is null ? _rules.CodeForm : SubjectCodeForm.Drawable);
        CheckName(row[_name]);
        CheckRegion(row[_region]);
        CheckTrade(row[_trade]);
        CheckCreditClass(row[_creditClass]);
        LocalDate? establishedOn = Day(_establishedOn);
        EffectiveOn = Day(_effectiveOn);
        SubjectStatus status = Status();
        SubjectTags tags = Tags();
        CreditAssessment? assessment = Assessment();
        return _refused
            ? null
            : new Subject
            {
                Code = row[_code],
                Name = row[_name],
                Kind = _kind is { } kind ? row[kind] : "",
                Region = row[_region],
                Trade = row[_trade],
                CreditClass = row[_creditClass],
                EstablishedOn = establishedOn,
                Scope = _scope is { } scope ? row[scope] : "",
                Status = status,
                Tags = tags,
                Assessment = assessment,
                Carrier = carrier,
            };
    }

    private void CheckCode(string value, SubjectCodeForm form)
    {
        if (value.Length == 0)
        {
            Refuse(_code, SubjectRefusals.CodeMissing.With());
            return;
        }

        if (form == SubjectCodeForm.UnifiedSocialCreditCode)
        {
            if (!UnifiedSocialCreditCode.TryParse(value, out UnifiedSocialCreditCode? code, out Refusal? refusal))
            {
                Refuse(_code, refusal);
                return;
            }

            if (!code.CheckCharacterIsValid)
            {
                char expected = UnifiedSocialCreditCode.CheckCharacterOf(value.AsSpan()[..^1]);
                Warn(_code, SubjectRefusals.CodeCheckCharacter.With(("value", value), ("actual", value[^1]), ("expected", expected)));
            }
        }
        else if (!Subject.IsCode(value))
        {
            Refuse(_code, SubjectRefusals.CodeNotDrawable.With(("value", ShownText.Of(value))));
            return;
        }

        if (!_lineOfCode.TryAdd(value, _row.Line))
        {
            Refuse(_code, SubjectRefusals.CodeDuplicate.With(("value", value), ("firstLine", _lineOfCode[value]), ("line", _row.Line)));
        }
    }

    private void CheckName(string value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Refuse(_name, SubjectRefusals.NameMissing.With());
        }
        else if (!NameText.IsPlain(value))
        {
            Refuse(_name, SubjectRefusals.NameCharacter.With(("value", ShownText.Of(value))));
        }
    }

    private void CheckRegion(string value)
    {
        if (!IsLabel(_region, value))
        {
            return;
        }

        if (_rules.KnownRegions is { } known && !known.Contains(value))
        {
            Refuse(_region, SubjectRefusals.RegionUnknown.With(("value", ShownText.Of(value)), ("known", string.Join("、", known.Order(StringComparer.Ordinal)))));
        }
    }

    private void CheckTrade(string value)
    {
        if (IsLabel(_trade, value) && TradeSection.Of(value) is null)
        {
            Refuse(_trade, SubjectRefusals.TradeUnknown.With(("value", ShownText.Of(value))));
        }
    }

    private void CheckCreditClass(string value)
    {
        if (!Subject.IsCreditClass(value))
        {
            Refuse(_creditClass, SubjectRefusals.CreditClassMalformed.With(("value", ShownText.Of(value))));
        }
        else if (!_rules.KnownClasses.IsEmpty && !_rules.KnownClasses.Contains(value))
        {
            Warn(_creditClass, SubjectRefusals.CreditClassUnusual.With(("value", ShownText.Of(value)), ("known", string.Join("、", _rules.KnownClasses.Order(StringComparer.Ordinal)))));
        }
    }

    private LocalDate? Day(int? of)
    {
        if (of is not { } column || _row[column].Length == 0)
        {
            return null;
        }

        if (DayText.TryParse(_row[column], out LocalDate day))
        {
            return day;
        }

        Refuse(column, SubjectRefusals.DateMalformed.With(("value", ShownText.Of(_row[column]))));
        return null;
    }

    private SubjectStatus Status()
    {
        if (_status is { } column && !SubjectStatusText.TryParse(_row[column], out SubjectStatus status))
        {
            Refuse(column, SubjectRefusals.StatusUnknown.With(("value", ShownText.Of(_row[column])), ("known", SubjectStatusText.Known)));
            return default;
        }

        return _status is { } known && SubjectStatusText.TryParse(_row[known], out SubjectStatus found) ? found : SubjectStatus.Active;
    }

    /// <summary>Day and source of the class, if both are given.</summary>
    private CreditAssessment? Assessment()
    {
        string source = Text(_classifiedBy);
        LocalDate? on = Day(_classifiedOn);
        if (Text(_classifiedOn).Length == 0 && source.Length == 0)
        {
            return null;
        }

        if (Text(_classifiedOn).Length == 0 || source.Length == 0)
        {
            Refuse((_classifiedOn ?? _classifiedBy)!.Value, SubjectRefusals.AssessmentIncomplete.With());
        }
        else if (!CreditAssessment.IsSource(source))
        {
            Refuse(_classifiedBy!.Value, SubjectRefusals.AssessmentSourceMalformed.With(("value", ShownText.Of(source)), ("most", CreditAssessment.MaximumSourceLength)));
        }

        return on is { } day && CreditAssessment.IsSource(source) ? new CreditAssessment(day, source) : null;
    }

    /// <summary>What carrier the row is, if it says so.</summary>
    private Carrier? Carrier()
    {
        (string kind, string subject) = (Text(_carrier), Text(_carrierOf));
        if (kind.Length == 0 && subject.Length == 0)
        {
            return null;
        }

        CarrierKind? known = CarrierKindNames.Read(kind);
        if (kind.Length == 0 || subject.Length == 0)
        {
            Refuse((_carrier ?? _carrierOf)!.Value, SubjectRefusals.CarrierIncomplete.With());
        }
        else if (known is null)
        {
            string all = string.Join("、", Enum.GetValues<CarrierKind>().Select(one => one.Name(Language.Chinese)));
            Refuse(_carrier!.Value, SubjectRefusals.CarrierKindUnknown.With(("value", ShownText.Of(kind)), ("known", all)));
        }
        else if (!Subject.IsCode(subject) || subject == _row[_code])
        {
            Refuse(_carrierOf!.Value, SubjectRefusals.CodeNotDrawable.With(("value", ShownText.Of(subject))));
        }
        else
        {
            return new Carrier(known.Value, subject);
        }

        return null;
    }

    private string Text(int? of) => of is { } column ? _row[column] : "";

    /// <summary>The same few sets of tags stand in most rows, so they are read once and shared.</summary>
    private SubjectTags Tags()
    {
        if (_tags is not { } column || _row[column].Length == 0)
        {
            return SubjectTags.None;
        }

        if (_goodTags.TryGetValue(_row[column], out SubjectTags? known))
        {
            return known;
        }

        if (!SubjectTags.TryParse(_row[column], out SubjectTags? tags, out Refusal? refusal))
        {
            Refuse(column, refusal);
            return SubjectTags.None;
        }

        if (_goodTags.Count < MostShared)
        {
            _goodTags.Add(_row[column], tags);
        }

        return tags;
    }

    /// <summary>Labels repeat all the time, so each good one is checked once; the set stays as small as the number of regions and trades.</summary>
    private bool IsLabel(int column, string value)
    {
        if (_goodLabels.Contains(value))
        {
            return true;
        }

        if (DirectoryLabel.Check(value) is { } fault)
        {
            Refuse(column, fault);
            return false;
        }

        if (_goodLabels.Count < MostShared)
        {
            _goodLabels.Add(value);
        }

        return true;
    }

    private int? Optional(string? header) => header is null ? null : _table.ColumnOf(header);

    private void Refuse(int column, Refusal refusal)
    {
        _refused = true;
        Add(column, refusal, FindingSeverity.Error);
    }

    private void Warn(int column, Refusal refusal) => Add(column, refusal, FindingSeverity.Warning);

    private void Add(int column, Refusal refusal, FindingSeverity severity) =>
        _findings.Add(new RowFinding(_row.Line, _table.Headers[column], ShownText.Of(_row[column]), refusal, severity));
}
