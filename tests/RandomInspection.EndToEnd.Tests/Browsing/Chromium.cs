using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace RandomInspection.Tests.Browsing;

/// <summary>Debian's browser and its driver, found on PATH and never downloaded.</summary>
internal static class Chromium
{
    private static readonly string? Program = OnPath("chromium");
    private static readonly string? Driver = OnPath("chromedriver");

    /// <summary>Why the tests cannot run, and what to do about it; <see langword="null"/> if they can.</summary>
    public static string? Missing { get; } = Program is null || Driver is null
        ? "chromium or chromedriver is not on PATH: apt-get install chromium chromium-driver fonts-noto-cjk"
        : null;

    /// <summary>Starts a browser of its own: nothing is shared with any other.</summary>
    /// <param name="profile">A new folder for its user data.</param>
    /// <param name="downloads">A new folder for what it downloads.</param>
    public static ChromeDriver Start(string profile, string downloads)
    {
        ChromeOptions options = new() { BinaryLocation = Program };
        options.AddArguments(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--force-prefers-reduced-motion",
            "--window-size=1280,900",
            $"--user-data-dir={profile}");
        options.AddUserProfilePreference("download.default_directory", downloads);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        ChromeDriverService service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver)!, Path.GetFileName(Driver)!);
        service.SuppressInitialDiagnosticInformation = true;
        service.DisableBuildCheck = true;
        return new ChromeDriver(service, options, TimeSpan.FromSeconds(60));
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
