namespace RandomInspection.Planning;

/// <summary>点名检查的对象：a subject that a task names instead of drawing it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Reason">Why just this one: the complaint, the letter, the data; 1 to 100 characters. It is not published.</param>
/// <remarks>Source: 沈政办发〔2020〕19号 一: 除特殊重点领域、投诉举报、转办交办、数据监测等情况外.</remarks>
public sealed record NamedSubject(string Code, string Reason);
