using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests.Steps;

/// <summary>What anybody does on a draw's page.</summary>
internal static class Verifying
{
    /// <summary>Waits for the verdict: <c>ok</c>, or <c>failed</c> with the steps that failed.</summary>
    public static string Verdict(Browser anybody)
    {
        string verdict = anybody.One("#verify[data-verified]").GetDomAttribute("data-verified")!;
        return string.Join('\n', [verdict, .. anybody.All(".verify-step.is-failed").Select(step => step.Text)]);
    }

    /// <summary>The steps of a status: <c>ok</c>, <c>failed</c>, <c>skipped</c>.</summary>
    public static string[] Steps(Browser anybody, string status) =>
        [.. anybody.All($".verify-step.is-{status}").Select(step => step.GetDomAttribute("data-step")!)];

    /// <summary>Verifies with files of one's own.</summary>
    /// <param name="anybody">In whose browser.</param>
    /// <param name="record">The record, or <see langword="null"/> for the one published.</param>
    /// <param name="frame">The frame, if one has it.</param>
    /// <param name="key">The frame's key.</param>
    public static string VerdictOnFiles(Browser anybody, string? record, string? frame = null, string? key = null)
    {
        Verdict(anybody);
        if (record is not null)
        {
            anybody.Field("记录（").SendKeys(record);
        }

        if (frame is not null)
        {
            anybody.Field("名单（").SendKeys(frame);
            anybody.Fill("名单密钥", key ?? "");
        }

        // The page stays: the verdict before goes, then the new one comes.
        anybody.Driver.ExecuteScript("delete document.getElementById('verify').dataset.verified");
        anybody.One(".verify-files button").Click();
        return Verdict(anybody);
    }
}
