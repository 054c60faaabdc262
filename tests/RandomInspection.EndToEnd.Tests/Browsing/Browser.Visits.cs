using OpenQA.Selenium;

namespace RandomInspection.Tests.Browsing;

internal sealed partial class Browser
{
    /// <summary>What the browser complained about since it was last asked: scripts that failed, resources that were refused or missing.</summary>
    /// <remarks>Chromium also writes down the status 422 of a form that was refused; that is an answer, not a fault.</remarks>
    public string[] Complaints() =>
    [
        .. _driver.Manage().Logs.GetLog(LogType.Browser)
            .Where(entry => entry.Level >= LogLevel.Severe && !entry.Message.Contains("status of 422", StringComparison.Ordinal))
            .Select(entry => entry.Message),
    ];

    /// <summary>Somebody sits down: signed in, in Chinese, on the home page.</summary>
    /// <param name="person">A demo person's id.</param>
    public Browser SignIn(string person)
    {
        Open("/account/signin?lang=zh");
        IWebElement button = One($"button[name=Person][value={person}]");
        Leave(() => button);
        return this;
    }

    /// <summary>Nobody sits there: signed out, in Chinese.</summary>
    public Browser SignOut()
    {
        Open("/?lang=zh");
        if (Offers("退出"))
        {
            Press("退出");
        }

        return this;
    }

    /// <summary>Waits for a download to be complete.</summary>
    /// <returns>Its path.</returns>
    public string Downloaded(string name)
    {
        string path = Path.Combine(Downloads, name);
        return Until($"{name} is downloaded", () => File.Exists(path) && Directory.GetFiles(Downloads, "*.crdownload").Length == 0 ? path : null);
    }

    /// <summary>Opens another tab and works there.</summary>
    /// <returns>A handle to come back to the one before.</returns>
    public string NewTab()
    {
        string before = _driver.CurrentWindowHandle;
        _driver.SwitchTo().NewWindow(WindowType.Tab);
        return before;
    }

    /// <summary>Closes this tab and works in another.</summary>
    public void CloseTab(string other)
    {
        _driver.Close();
        _driver.SwitchTo().Window(other);
    }
}
