namespace RandomInspection.Calendars;

/// <summary>The refusals and warnings about notices, RI4101 to RI4139.</summary>
internal static class NoticeRefusals
{
    private const string Statutes = "全国年节及纪念日放假办法（国务院令第644号、第795号）";

    public static readonly RefusalDefinition NotReadable = new(
        "RI4101",
        "文件无法识别为放假通知：{problem}",
        "The file cannot be read as a holiday notice: {problem}",
        "请提供本系统 JSON、holiday-cn JSON 或 ICS 日历文件。",
        "Give our JSON, holiday-cn JSON or an ICS calendar.");

    public static readonly RefusalDefinition BadValue = new(
        "RI4102",
        "{place}：“{member}”的值“{value}”缺失或不合要求（{wanted}）。",
        "{place}: \"{member}\" is missing or has the unfit value \"{value}\" ({wanted}).",
        "请按格式说明更正该值。",
        "Correct the value as the format's description says.");

    public static readonly RefusalDefinition NoDays = new(
        "RI4103",
        "{year}年的通知没有列出任何日期；空白年度不能扩大日历的覆盖范围。",
        "The notice for {year} names no day; an empty year must not extend the coverage.",
        "国务院办公厅的通知发布后，请改用完整文件。",
        "Use the complete file once the General Office has published its notice.",
        Statutes);

    public static readonly RefusalDefinition DayTwice = new(
        "RI4104",
        "《{notice}》中 {date} 出现两次。",
        "{date} is there twice in {notice}.",
        "请删去重复的一项。",
        "Remove one of the two.");

    public static readonly RefusalDefinition Contradiction = new(
        "RI4105",
        "《{notice}》中 {date} 既列为放假又列为上班。",
        "{date} is both off and worked in {notice}.",
        "请对照通知原文保留正确的一项。",
        "Keep the right one; compare the notice's text.");

    public static readonly RefusalDefinition OutsideYear = new(
        "RI4106",
        "《{notice}》安排{year}年，其中 {date} 不在该年，也不在上一年12月25日以后。",
        "{notice} arranges {year}, but {date} lies neither in that year nor in the days from 25 December before it.",
        "请核对日期；确需调整更早日期的，请作为该年的调整通知载入。",
        "Check the date; load days further back as an amendment of their own year.");

    public static readonly RefusalDefinition MakeUpOnWeekday = new(
        "RI4107",
        "《{notice}》把 {date}（周一至周五）列为调休上班日；调休上班日只能是周六或周日。",
        "{notice} calls {date} a make-up working day, but it is a weekday; only a Saturday or Sunday can be one.",
        "请对照通知原文：该日很可能是放假。",
        "Compare the notice's text: the day is probably off.");

    public static readonly RefusalDefinition KindDoesNotFit = new(
        "RI4108",
        "《{notice}》把 {date} 列为“{kind}”，与该日不符。",
        "{notice} calls {date} \"{kind}\", which that day cannot be.",
        "请更正类别：周末、法定节假日、调休放假、地方或机关安排各有其类。",
        "Correct the kind: weekend, statutory, adjusted rest, regional and agency days each have their own.",
        Statutes + "第二条、第六条");

    public static readonly RefusalDefinition StatutoryDayNotOff = new(
        "RI4109",
        "《{notice}》没有让法定节假日 {date}（{name}）放假。",
        "{notice} leaves the statutory holiday {date} ({name}) a working day.",
        "请对照通知原文：法定节假日必须放假。",
        "Compare the notice's text: a statutory holiday is always off.",
        Statutes + "第二条");

    public static readonly RefusalDefinition TooManyDaysOff = new(
        "RI4110",
        "《{notice}》净放假 {net} 天，超过应有的 {expected} 天：可能漏列了调休上班日。",
        "{notice} gives {net} days off net of make-up days, more than the {expected} there are: a make-up working day is probably missing.",
        "请补上漏列的上班日；确属国务院特别增加的，请写明 grantedDays。",
        "Add the missing working day; if the State Council granted more, state grantedDays.",
        Statutes + "第二条");

    public static readonly RefusalDefinition TooFewDaysOff = new(
        "RI4111",
        "《{notice}》净放假 {net} 天，少于应有的 {expected} 天：可能漏列了放假日。",
        "{notice} gives {net} days off net of make-up days, fewer than the {expected} there are: a day off is probably missing.",
        "请对照通知原文补上漏列的放假日。",
        "Add the missing day off; compare the notice's text.",
        Statutes + "第二条");

    public static readonly RefusalDefinition GrantDoesNotFit = new(
        "RI4112",
        "《{notice}》使净放假天数变化 {net} 天，但写明的 grantedDays 为 {expected}。",
        "{notice} changes the days off by {net} net of make-up days, but states grantedDays {expected}.",
        "请核对日期，或写明实际增加的天数。",
        "Check its days, or state how many days it really grants.");

    public static readonly RefusalDefinition AmendmentMissing = new(
        "RI4113",
        "{year}年的文件没有反映已知的《{amendment}》（发布于 {published}）：{date} 与之不符。",
        "The file for {year} does not contain {amendment}, published {published}: it disagrees on {date}.",
        "请同时载入该调整通知，或改用较新的文件。",
        "Load that amendment too, or use a newer file.");

    public static readonly RefusalDefinition UnknownSummary = new(
        "RI4114",
        "ICS 第 {line} 行的标题“{summary}”既不是放假也不是上班，不能推定为放假。",
        "The summary \"{summary}\" in line {line} of the ICS says neither off nor worked; it is not taken for a day off.",
        "请删去与放假无关的条目，或使用“假期/上班”“假期/补班”“（休）/（班）”之一。",
        "Remove entries that are no part of the notice, or use 假期/上班, 假期/补班 or （休）/（班）.");

    public static readonly RefusalDefinition EqualRank = new(
        "RI4115",
        "《{notice}》与《{other}》同层同日发布，对 {date} 的规定互相矛盾。",
        "{notice} and {other} are of one layer and one day of publication, and contradict each other on {date}.",
        "请写明各自的发布日期，或只保留有效的一份。",
        "State when each was published, or keep the one that holds.");

    public static readonly RefusalDefinition YearMissing = new(
        "RI4116",
        "已载入{before}年和{after}年的通知，中间缺少{year}年。",
        "The notices for {before} and {after} are loaded, {year} in between is missing.",
        "请载入《国务院办公厅关于{year}年部分节假日安排的通知》。",
        "Load 国务院办公厅关于{year}年部分节假日安排的通知.");

    public static readonly RefusalDefinition YearTwice = new(
        "RI4117",
        "{year}年有两份互相矛盾的年度通知：《{notice}》与《{other}》对 {date} 的安排不同。",
        "There are two annual notices for {year} that disagree: {notice} and {other} differ on {date}.",
        "请只保留一份；对个别日期的更改应作为调整通知（amendment）载入。",
        "Keep one of them; load a change of single days as an amendment.");

    public static readonly RefusalDefinition NoAnnualNotice = new(
        "RI4118",
        "没有任何年度放假通知，日历不覆盖任何日期。",
        "There is no annual notice, so the calendar would cover no day.",
        "请至少载入一份年度通知。",
        "Load one annual notice at least.");

    public static readonly RefusalDefinition DisagreesWithLoaded = new(
        "RI4119",
        "{year}年已有通知；该文件对 {date} 的安排与已载入的《{notice}》不同。",
        "The notice for {year} is already loaded; the file disagrees with {notice} on {date}.",
        "请对照通知原文核对该文件。",
        "Compare the file with the notice's text.");

    public static readonly RefusalDefinition NoNotice = new(
        "RI4120",
        "文件中没有任何通知。",
        "There is no notice in the file.",
        "请提供含有通知及其日期的文件。",
        "Give a file that has a notice with its days.");

    public static readonly RefusalDefinition LongRun = new(
        "RI4131",
        "{first} 至 {last} 连续工作 {days} 天，超过一般不超过的 6 天。",
        "{first} to {last} are {days} working days in a row, above the usual limit of 6.",
        "请对照通知原文核对调休上班日。",
        "Compare the make-up days with the notice's text.",
        "全国年节及纪念日放假办法（国务院令第795号）第七条");

    public static readonly RefusalDefinition PublicationUnknown = new(
        "RI4132",
        "《{notice}》没有写明发布日期，不能参加“截至某日已知”的重算。",
        "{notice} does not state when it was published, so it takes part in no replay \"as known on a date\".",
        "请在载入时提供发布日期。",
        "Give the day of publication when loading it.");

    public static readonly RefusalDefinition NoAnnualBelow = new(
        "RI4133",
        "《{notice}》更改{year}年的日期，但该年的年度通知尚未载入，暂不起作用。",
        "{notice} changes days of {year}, whose annual notice is not loaded; it has no effect yet.",
        "请载入《国务院办公厅关于{year}年部分节假日安排的通知》。",
        "Load 国务院办公厅关于{year}年部分节假日安排的通知.");

    public static NoticeFinding Refused(this RefusalDefinition definition, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(FindingSeverity.Refused, definition.With(values));

    public static NoticeFinding Warns(this RefusalDefinition definition, params ReadOnlySpan<(string Name, object? Value)> values) =>
        new(FindingSeverity.Warning, definition.With(values));
}
