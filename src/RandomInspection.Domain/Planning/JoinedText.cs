namespace RandomInspection.Planning;

/// <summary>Further tasks of a row as one text in which each can be looked for: a space before and after it.</summary>
internal static class JoinedText
{
    public static string Of(IEnumerable<string> tasks) => string.Concat(tasks.Select(task => $" {task} "));
}
