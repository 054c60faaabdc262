using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Xunit.v3;

[assembly: RandomInspection.Tests.WholeSentences]

namespace RandomInspection.Tests;

/// <summary>Whatever any of these tests is refused, is refused in whole sentences: no text has a brace left, and what stands in both languages stands in both.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class WholeSentencesAttribute : BeforeAfterTestAttribute
{
    private static readonly ConcurrentDictionary<string, string> Broken = new(StringComparer.Ordinal);

    static WholeSentencesAttribute() => AppDomain.CurrentDomain.FirstChanceException += Look;

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (Take(test.UniqueID) is { } text)
        {
            Assert.Fail(text);
        }
    }

    /// <summary>What a test was refused in a broken sentence, and it is forgotten; <see langword="null"/> if nothing was.</summary>
    internal static string? Take(string test) => Broken.TryRemove(test, out string? text) ? text : null;

    private static void Look(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        Refusal? refusal = thrown.Exception switch { InputRefusedException refused => refused.Refusal, TransitionRefusedException refused => refused.Refusal, _ => null };
        if (refusal is not null && TestContext.Current.Test is { } test && Fault(refusal) is { } fault)
        {
            Broken.TryAdd(test.UniqueID, $"{refusal.Code} {fault}");
        }
    }

    private static string? Fault(Refusal refusal)
    {
        foreach ((string name, string value) in refusal.Values)
        {
            if (name.Length == 0
                || (name.EndsWith("Zh", StringComparison.Ordinal) && !value.Any(char.IsLetterOrDigit))
                || (name.EndsWith("En", StringComparison.Ordinal) && !value.Any(char.IsAsciiLetterOrDigit)))
            {
                return $"says \"{value}\" for \"{name}\".";
            }
        }

        foreach (string text in (string[])[refusal.Definition.Chinese, refusal.Definition.English, refusal.Definition.ChineseRemedy, refusal.Definition.EnglishRemedy])
        {
            for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0; open = text.IndexOf('{', open + 1))
            {
                if (text.IndexOf('}', open) is var close && close > open && refusal[text[(open + 1)..close]] is null)
                {
                    return $"leaves \"{text[open..(close + 1)]}\" in \"{text}\".";
                }
            }
        }

        return null;
    }
}
