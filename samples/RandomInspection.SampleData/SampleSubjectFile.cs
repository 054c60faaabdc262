using NodaTime.Text;
using RandomInspection.Directories;

namespace RandomInspection.SampleData;

/// <summary>Writes subjects as CSV (RFC 4180, CR LF) under the Chinese headers of a Shenyang export.</summary>
public static class SampleSubjectFile
{
    private const string Headers = "统一社会信用代码,名称,主体类型,成立日期,登记区域,行业门类,信用类别,经营范围,标签";

    /// <summary>Writes a header and a row for each subject.</summary>
    /// <param name="writer">Where to; stays open.</param>
    /// <param name="subjects">The subjects, in the order in which they are written.</param>
    /// <param name="columns">Which columns.</param>
    public static void Write(TextWriter writer, IEnumerable<Subject> subjects, SampleSubjectColumns columns = SampleSubjectColumns.ShenyangExport)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(subjects);
        bool withStatus = columns == SampleSubjectColumns.WithStatus;
        writer.Write(Headers + (withStatus ? ",登记状态" : "") + "\r\n");
        foreach (Subject subject in subjects)
        {
            string established = subject.EstablishedOn is { } day ? LocalDatePattern.Iso.Format(day) : "";
            Fields(writer, subject.Code, subject.Name, subject.Kind, established, subject.Region, subject.Trade, subject.CreditClass, subject.Scope, string.Join('、', subject.Tags.Names));
            if (withStatus)
            {
                writer.Write(',');
                writer.Write(Status(subject.Status));
            }

            writer.Write("\r\n");
        }
    }

    private static void Fields(TextWriter writer, params ReadOnlySpan<string> fields)
    {
        for (int i = 0; i < fields.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            bool quoted = fields[i].AsSpan().ContainsAny(",\"\r\n");
            writer.Write(quoted ? $"\"{fields[i].Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : fields[i]);
        }
    }

    private static string Status(SubjectStatus status) => status switch
    {
        SubjectStatus.Active => "存续",
        SubjectStatus.Deregistered => "注销",
        SubjectStatus.Revoked => "吊销",
        SubjectStatus.MovedOut => "迁出",
        SubjectStatus.Suspended => "停业",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "Not a status."),
    };
}
