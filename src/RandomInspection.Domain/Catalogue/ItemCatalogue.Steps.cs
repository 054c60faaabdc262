using System.Collections.Immutable;
using NodaTime;

namespace RandomInspection.Catalogue;

/// <content>The way of a version to the public, and what events do.</content>
public sealed partial class ItemCatalogue
{
    /// <summary>Most characters of a text.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Most characters of a code.</summary>
    public const int MaxCodeLength = 32;

    /// <summary>Submits the version to the judicial administration of the same level.</summary>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">No version is being prepared (RI2420).</exception>
    /// <exception cref="InputRefusedException">It has no item or nothing changed (RI2426), or an item whose law changed was not revised (RI2427).</exception>
    public CatalogueEvent.Submitted Submit(string by)
    {
        CatalogueDraft draft = Require("提交审核", "submitting", CatalogueStatus.Draft);
        foreach (BasisChange change in OpenChanges)
        {
            if (change.Items.FirstOrDefault(code => draft.Find(code) is not null && !draft.IsTouched(code, _notedAt[change.Number - 1])) is { } untouched)
            {
                throw CatalogueRefusals.BasisNotRevised.Refuse(("item", untouched), ("law", change.Law));
            }
        }

        // What answers a change of the law is a version, even if every item may stay as it is.
        bool says = !draft.Items.IsEmpty && (OpenChanges.Any() || !draft.Items.SequenceEqual(Latest?.Items ?? []));
        return says ? Raise(new CatalogueEvent.Submitted(by)) : throw CatalogueRefusals.NothingNew.Refuse(("department", DepartmentId));
    }

    /// <summary>The judicial administration passes the version.</summary>
    /// <param name="opinion">What the review found, 1 to 200 characters.</param>
    /// <param name="by">Who: nobody who prepared it.</param>
    /// <exception cref="TransitionRefusedException">The version is not submitted (RI2420).</exception>
    /// <exception cref="InputRefusedException">It is that person's own (RI2429), or there is no opinion (RI2421).</exception>
    public CatalogueEvent.Reviewed Review(string opinion, string by)
    {
        RequireOther(Require("审核", "reviewing", CatalogueStatus.Submitted), by);
        return Raise(new CatalogueEvent.Reviewed(by, Text(opinion, "审核意见", "Opinion")));
    }

    /// <summary>The judicial administration sends the version back.</summary>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">The version is not submitted (RI2420).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2421).</exception>
    public CatalogueEvent.Returned Return(string reason, string by)
    {
        _ = Require("退回", "sending it back", CatalogueStatus.Submitted);
        return Raise(new CatalogueEvent.Returned(by, Text(reason, "退回理由", "Reason")));
    }

    /// <summary>The department takes the version back before it is published; it is reviewed again afterwards.</summary>
    /// <param name="reason">Why, 1 to 200 characters.</param>
    /// <param name="by">Who.</param>
    /// <exception cref="TransitionRefusedException">No version is submitted, reviewed or reported (RI2420).</exception>
    /// <exception cref="InputRefusedException">There is no reason (RI2421).</exception>
    public CatalogueEvent.Returned TakeBack(string reason, string by)
    {
        _ = Require("撤回", "taking it back", CatalogueStatus.Submitted, CatalogueStatus.Reviewed, CatalogueStatus.Reported);
        return Raise(new CatalogueEvent.Returned(by, Text(reason, "撤回理由", "Reason")));
    }

    /// <summary>The coordinating group receives the version.</summary>
    /// <param name="by">Who: nobody who prepared or reviewed it.</param>
    /// <exception cref="TransitionRefusedException">The version is not reviewed (RI2420).</exception>
    /// <exception cref="InputRefusedException">It is that person's own (RI2429).</exception>
    public CatalogueEvent.Reported Report(string by)
    {
        CatalogueDraft draft = Require("报送", "reporting", CatalogueStatus.Reviewed);
        RequireOther(draft, by);
        return Raise(new CatalogueEvent.Reported(draft.Number, by));
    }

    /// <summary>Publishes the version.</summary>
    /// <param name="effectiveFrom">The first day on which it is in force: not before today, nor before the version before it.</param>
    /// <param name="channel">Where, 1 to 200 characters.</param>
    /// <param name="by">Who: nobody who prepared, reviewed or received it.</param>
    /// <param name="at">Now.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="TransitionRefusedException">The version is not reported (RI2420).</exception>
    /// <exception cref="InputRefusedException">It is that person's own (RI2429), the channel is not said (RI2421), or the day is out of range (RI2428).</exception>
    public CatalogueEvent.Published Publish(LocalDate effectiveFrom, string channel, string by, Instant at, LocalDate today)
    {
        CatalogueDraft draft = Require("公布", "publishing", CatalogueStatus.Reported);
        RequireOther(draft, by);
        LocalDate least = Latest is { } latest ? LocalDate.Max(today, latest.EffectiveFrom) : today;
        LocalDate most = LocalDate.Max(least, today.PlusYears(1));
        return effectiveFrom >= least && effectiveFrom <= most
            ? Raise(new CatalogueEvent.Published(draft.Number, effectiveFrom, Text(channel, "公示渠道", "Channel"), by, at))
            : throw CatalogueRefusals.DayOutOfRange.Refuse(("day", $"{effectiveFrom:R}"), ("least", $"{least:R}"), ("most", $"{most:R}"));
    }

    private static string Text(string text, string chinese, string english) =>
        !string.IsNullOrWhiteSpace(text) && text.Trim().Length <= MaxTextLength
            ? text.Trim()
            : throw CatalogueRefusals.TextMissing.Refuse(("fieldZh", chinese), ("fieldEn", english), ("most", MaxTextLength));

    private InspectionItem Checked(InspectionItem item, CatalogueRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        bool isCode = item.Code is { Length: > 0 and <= MaxCodeLength } code && code.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !code.Contains(':', StringComparison.Ordinal);
        if (!isCode || item.RatioPercent is < 1 or > 100 || item.TimesAYear is < 1 or > 366)
        {
            throw CatalogueRefusals.MalformedItem.Refuse(("item", item.Code), ("ratio", item.RatioPercent), ("times", item.TimesAYear), ("most", MaxCodeLength));
        }

        return item.IsKey || item.RatioPercent <= rules.GeneralRatioPercent
            ? item with
            {
                DepartmentId = DepartmentId,
                ChineseTitle = Text(item.ChineseTitle, "事项名称", "Title"),
                EnglishTitle = Text(item.EnglishTitle, "英文名称", "English title"),
                LegalBasis = Text(item.LegalBasis, "检查依据", "Legal basis"),
                ChineseObjectKind = Text(item.ChineseObjectKind, "检查对象", "What is inspected"),
                EnglishObjectKind = Text(item.EnglishObjectKind, "检查对象（英文）", "What is inspected, in English"),
                Qualifications = [.. item.Qualifications.Distinct(StringComparer.Ordinal)],
            }
            : throw CatalogueRefusals.RatioAboveCap.Refuse(
                ("item", item.Code), ("ratio", item.RatioPercent), ("most", rules.GeneralRatioPercent), ("basis", rules.Basis));
    }

    private CatalogueDraft Require(string chinese, string english, params ReadOnlySpan<CatalogueStatus> allowed) =>
        Draft is { } draft && allowed.Contains(draft.Status) ? draft : throw WrongState(chinese, english);

    private void RequireOther(CatalogueDraft draft, string by)
    {
        if (draft.IsOf(by))
        {
            throw CatalogueRefusals.OwnStep.Refuse(("person", by), ("department", DepartmentId), ("version", draft.Number));
        }
    }

    private TransitionRefusedException WrongState(string chinese, string english)
    {
        string state = Draft?.Status.ToString() ?? "None";
        (string stateChinese, string stateEnglish) = Draft is { } draft ? StateWords.Of(draft.Status) : ("没有在编版本", "No version under way");
        return new TransitionRefusedException(
            CatalogueRefusals.WrongState.With(
                ("department", DepartmentId), ("state", state), ("stateZh", stateChinese), ("stateEn", stateEnglish), ("commandZh", chinese), ("commandEn", english)),
            english,
            state);
    }

    private T Raise<T>(T happened)
        where T : CatalogueEvent
    {
        Apply(happened);
        return happened;
    }

    private void Apply(CatalogueEvent happened)
    {
        _count++;
        switch (happened)
        {
            case CatalogueEvent.Begun begun:
                Draft = new CatalogueDraft(begun, Latest?.Items ?? []);
                break;
            case CatalogueEvent.BasisChanged changed:
                _changes.Add(new BasisChange(changed.Number, changed.Law, changed.ChangedOn, changed.Items, changed.By, null));
                _notedAt.Add(_count);
                break;
            case CatalogueEvent.Published published:
                _versions.Add(new CatalogueVersion(DepartmentId, published.Version, Draft!.Items, published.EffectiveFrom, published.At));
                for (int i = 0; i < _changes.Count; i++)
                {
                    if (_changes[i].AnsweredBy is null && _notedAt[i] < Draft.SubmittedAt)
                    {
                        _changes[i] = _changes[i] with { AnsweredBy = published.Version };
                    }
                }

                Draft = null;
                break;
            default:
                (Draft ?? throw new InvalidOperationException($"No version of the catalogue of {DepartmentId} is under way.")).Apply(happened, _count);
                break;
        }
    }
}
