using MinimalHost;
using RandomInspection.Web;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseStaticWebAssets(); // in every environment, published or not
builder.Services.AddRandomInspectionWeb(options =>
{
    options.People = DemoPeople.All;
    options.DepartmentName = DemoPeople.DepartmentName;
});

WebApplication app = builder.Build();
app.UseRandomInspection();
app.MapRandomInspection();

app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"双随机·一公开 RandomInspection  {string.Join("  ", app.Urls)}"));
app.Run();
