/// Formulas of notes on information theory and machine learning.
enum Collection {
  static let crossEntropy = #"H(P,Q) = -\sum_{x} P(x) \log_2 Q(x)"#
  static let entropy = #"H(X) = -\sum_{i=1}^{n} p_i \log p_i"#
  static let perplexity = #"\mathrm{PPL} = 2^{H(P,Q)}"#
  static let perplexityOfBits = #"2^{4.7} \approx 25.99"#
  static let bits = #"\log_2 31.1 \approx 4.9588"#
  static let perplexityOfText = #"\exp\left(-\frac{1}{N} \sum_{i=1}^{N} \ln p(w_i \mid w_{<i})\right)"#
  static let divergence = #"D_{\mathrm{KL}}(P \,\|\, Q) = \sum_x P(x) \log \frac{P(x)}{Q(x)}"#
  static let crossEntropyOfDivergence = #"H(P,Q) = H(P) + D_{\mathrm{KL}}(P \| Q)"#
  static let mutualInformation = #"I(X;Y) = H(X) - H(X \mid Y)"#
  static let softmax = #"\mathrm{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}}"#
  static let temperature = #"p_i = \frac{\exp(z_i / T)}{\sum_j \exp(z_j / T)}"#
  static let attention =
    #"\operatorname{Attention}(Q,K,V) = \operatorname{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V"#
  static let logistic = #"\sigma(x) = \frac{1}{1+e^{-x}}"#
  static let rectifier = #"\operatorname{ReLU}(x) = \max(0, x)"#
  static let crossEntropyLoss = #"\mathcal{L} = -\sum_{c=1}^{C} y_c \log \hat{y}_c"#
  static let squaredError = #"\mathcal{L}(\theta) = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat y_i)^2"#
  static let ridge = #"\min_w \|Xw - y\|_2^2 + \lambda \|w\|_2^2"#
  static let descent = #"\theta_{t+1} = \theta_t - \eta \nabla_\theta \mathcal{L}(\theta_t)"#
  static let momentum = #"v_{t+1} = \mu v_t + g_t"#
  static let firstMoment = #"m_t = \beta_1 m_{t-1} + (1-\beta_1) g_t"#
  static let secondMoment = #"v_t = \beta_2 v_{t-1} + (1-\beta_2) g_t^2"#
  static let correctedMoment = #"\hat m_t = \frac{m_t}{1-\beta_1^t}"#
  static let adam = #"\theta_t = \theta_{t-1} - \alpha \frac{\hat m_t}{\sqrt{\hat v_t} + \epsilon}"#
  static let cosine = #"\cos(u, v) = \frac{u \cdot v}{\|u\| \|v\|}"#
  static let sparsity = #"1 - \frac{\|x\|_0}{n}"#
  static let shrinkage = #"\operatorname{sign}(x) \max(|x| - \lambda, 0)"#
  static let matrix = #"A = \begin{pmatrix} a & b \\ c & d \end{pmatrix}"#
  static let determinant = #"\det A = ad - bc"#
  static let inverse = #"A^{-1} = \frac{1}{ad-bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}"#
  static let singularValues = #"X = U \Sigma V^\top"#
  static let eigenvalue = #"A v = \lambda v"#
  static let normalEquation = #"\hat\beta = (X^\top X)^{-1} X^\top y"#
  static let bayes = #"P(A \mid B) = \frac{P(B \mid A) P(A)}{P(B)}"#
  static let gaussian = #"\frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}"#
  static let expectation = #"\mathbb{E}[X] = \sum_x x\, p(x)"#
  static let variance = #"\operatorname{Var}(X) = \mathbb{E}[X^2] - \mathbb{E}[X]^2"#
  static let gammaIntegral = #"\Gamma(z) = \int_0^\infty t^{z-1} e^{-t} \, dt"#
  static let rational =
    #"\frac{\partial L}{\partial w} = \frac{\partial L}{\partial z} \frac{\partial z}{\partial w}"#
  static let complexity = #"O(n \log n)"#
  static let binomial = #"\binom{n}{k} = \frac{n!}{k!(n-k)!}"#
  static let circle = #"x^2 + y^2 = r^2"#

  static let all = [
    crossEntropy, entropy, perplexity, perplexityOfBits, bits, perplexityOfText, divergence,
    crossEntropyOfDivergence, mutualInformation, softmax, temperature, attention, logistic, rectifier,
    crossEntropyLoss, squaredError, ridge, descent, momentum, firstMoment, secondMoment, correctedMoment,
    adam,
    cosine, sparsity, shrinkage, matrix, determinant, inverse, singularValues, eigenvalue, normalEquation,
    bayes,
    gaussian, expectation, variance, gammaIntegral, rational, complexity, binomial, circle,
  ]
}
