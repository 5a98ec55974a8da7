using Phase1.Feedback;
using Phase1.ServiceDefaults;

return await Phase1Host.RunAsync(new FeedbackService(), args);
