using System.Collections.ObjectModel;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace RandomInspection.Tests.Browsing;

/// <summary>A browser in somebody's hands: it finds what people see by the words that they see, and waits until it is there.</summary>
internal sealed partial class Browser : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);

    private readonly ChromeDriver _driver;
    private readonly Func<Uri> _home;

    public Browser(string folder, Func<Uri> home)
    {
        _home = home;
        Downloads = Directory.CreateDirectory(Path.Combine(folder, "downloads")).FullName;
        _driver = Chromium.Start(Path.Combine(folder, "profile"), Downloads);
    }

    /// <summary>Where its downloads arrive.</summary>
    public string Downloads { get; }

    /// <summary>Path, query and fragment of the page.</summary>
    public string Address => new Uri(_driver.Url).PathAndQuery + new Uri(_driver.Url).Fragment;

    /// <summary>The page's heading.</summary>
    public string Heading => One("h1").Text;

    /// <summary>The code of the refusal that the page shows, or <see langword="null"/>.</summary>
    public string? RefusalCode => All(".notice-refusal .code").FirstOrDefault()?.Text;

    /// <summary>The driver, for what only one test needs.</summary>
    public ChromeDriver Driver => _driver;

    /// <summary>Opens a page.</summary>
    /// <param name="path">A path of the site.</param>
    public void Open(string path) => _driver.Navigate().GoToUrl(new Uri(_home(), path));

    /// <summary>The one element that a selector finds, once it is there.</summary>
    public IWebElement One(string css) => Until($"there is {css}", () => All(css).FirstOrDefault());

    /// <summary>All elements that a selector finds now.</summary>
    public ReadOnlyCollection<IWebElement> All(string css) => _driver.FindElements(By.CssSelector(css));

    /// <summary>Whether the page shows a button of these words now.</summary>
    public bool Offers(string button) => _driver.FindElements(Button(button)).Count > 0;

    /// <summary>Presses a button, and waits for the page that answers.</summary>
    public void Press(string button) => Leave(() => Until($"there is a button “{button}”", () => _driver.FindElements(Button(button)).FirstOrDefault()));

    /// <summary>Follows a link, and waits for the page that it leads to.</summary>
    public void Follow(string link) =>
        Leave(() => Until($"there is a link “{link}”", () => _driver.FindElements(By.XPath($"//a[normalize-space()='{link}']")).FirstOrDefault()));

    /// <summary>Fills in the field of a label.</summary>
    public void Fill(string label, string value)
    {
        Do(() => Field(label), field =>
        {
            field.Clear();
            field.SendKeys(value);
        });
    }

    /// <summary>The field of a label.</summary>
    public IWebElement Field(string label) => Until($"there is a field “{label}”", () =>
        _driver.FindElements(By.XPath($"//label[starts-with(normalize-space(), '{label}')]")).Select(Labelled).FirstOrDefault());

    /// <summary>Ticks a box, or chooses one of several.</summary>
    public void Choose(string label)
    {
        IWebElement box = Until($"there is a choice “{label}”", () =>
            _driver.FindElements(By.XPath($"//label[contains(@class, 'choice')][.//span[normalize-space()='{label}']]//input")).FirstOrDefault(found => found.Displayed));
        if (!box.Selected)
        {
            box.Click();
        }
    }

    /// <summary>Unfolds what a summary hides.</summary>
    public void Unfold(string summary)
    {
        IWebElement found = Until($"there is “{summary}” to unfold", () =>
            _driver.FindElements(By.XPath($"//summary[normalize-space()='{summary}']")).FirstOrDefault());
        if (found.FindElement(By.XPath("..")).GetDomAttribute("open") is null)
        {
            found.Click();
        }
    }

    /// <summary>Waits until something is seen, and answers it.</summary>
    /// <param name="what">What is waited for, as a sentence.</param>
    /// <param name="look">Looks once; <see langword="null"/> means not yet.</param>
    public T Until<T>(string what, Func<T?> look)
        where T : class
    {
        DefaultWait<ChromeDriver> wait = new(_driver) { Timeout = Patience, PollingInterval = Glance };
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException));
        try
        {
            return wait.Until(_ => look())!;
        }
        catch (WebDriverTimeoutException)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds:0} s until {what}. The page {_driver.Url} says:\n{Body()}");
        }
    }

    /// <summary>Waits until something holds.</summary>
    public void Until(string what, Func<bool> look) => Until<object>(what, () => look() ? new object() : null);

    /// <summary>Waits until the page says something.</summary>
    public void UntilSays(string words) => Until($"the page says “{words}”", () => Body().Contains(words, StringComparison.Ordinal));

    /// <summary>Waits until the page that was left has been exchanged.</summary>
    public void UntilArrived() => Until("the next page is there", () => (bool)_driver.ExecuteScript(
        "return document.readyState === 'complete' && document.documentElement.dataset.left === undefined")!);

    /// <summary>What the page says now.</summary>
    public string Body() => _driver.FindElements(By.TagName("body")).FirstOrDefault()?.Text ?? "";

    public void Dispose() => _driver.Quit();

    // A mark on the old page tells it from the one that answers; scripts may work before a form is sent.
    private void Leave(Func<IWebElement> find)
    {
        Do(find, element =>
        {
            _driver.ExecuteScript("document.documentElement.dataset.left = ''");
            element.Click();
        });
        UntilArrived();
    }

    // News of others may exchange the page under one's hand: then one looks again.
    private static void Do(Func<IWebElement> find, Action<IWebElement> deed)
    {
        for (int tries = 0; ; tries++)
        {
            try
            {
                deed(find());
                return;
            }
            catch (StaleElementReferenceException) when (tries < 5)
            {
            }
        }
    }

    private IWebElement? Labelled(IWebElement label) => label.GetDomAttribute("for") is { } id
        ? _driver.FindElements(By.Id(id)).FirstOrDefault()
        : label.FindElements(By.CssSelector("input, textarea, select")).FirstOrDefault();

    private static By Button(string words) => By.XPath($"//button[normalize-space()='{words}']");
}
