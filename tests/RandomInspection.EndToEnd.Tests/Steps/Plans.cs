using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests.Steps;

/// <summary>What a drafter and the government's person do with a plan.</summary>
internal static class Plans
{
    /// <summary>Begins a plan.</summary>
    /// <returns>Its id.</returns>
    public static string Begin(Browser drafter, string title)
    {
        drafter.Open("/plans/new");
        drafter.Fill("计划名称", title);
        drafter.Press("开始编制");
        return drafter.Address.Split('/')[^1];
    }

    /// <summary>Adds a task to the plan that the drafter looks at.</summary>
    public static void AddTask(Browser drafter, string title, params string[] items)
    {
        drafter.Fill("任务名称", title);
        foreach (string item in items)
        {
            drafter.Choose(item);
        }

        drafter.Press("添加");
        drafter.UntilSays(title);
    }

    /// <summary>The sample plan's task of a title.</summary>
    /// <returns>Its id.</returns>
    public static string SampleTask(Browser somebody, string title)
    {
        somebody.Open("/tasks");
        return somebody.Until($"a task “{title}” is listed", () => somebody.All("tbody tr").FirstOrDefault(row => row.Text.Contains(title, StringComparison.Ordinal)))
            .FindElement(OpenQA.Selenium.By.TagName("a")).Text;
    }
}
